"""Rules: which are asked of which output of a build, in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from press.preflight.document import Finding, Opened, Reading
from press.preflight.inspection import Inspected
from press.preflight.lines import Setting
from press.preflight.rules import baseline_grid as baselines
from press.preflight.rules import bleed, bounds, contrast, letters, pagination, pdfx, timeline
from press.preflight.rules import file as anatomy
from press.preflight.rules import images as graphics
from press.preflight.rules import links as ways
from press.preflight.rules import picture as pictured
from press.preflight.rules import poster as afar
from press.preflight.rules import separations as plates
from press.preflight.rules import spacing as lines
from press.preflight.rules import text as appearance
from press.preflight.rules import tiles as officesheets
from press.preflight.rules.pdfa import ARCHIVE, archive_content
from press.preflight.rules.pdfa_file import archive_file, archive_limits, archive_syntax
from press.preflight.rules.pdfa_xmp import archive_metadata
from press.preflight.rules.pdfua import MATTERHORN
from press.preflight.rules.pdfua_fonts import FACES, archive_fonts, matterhorn_31
from press.preflight.rules.picture import Pictured
from press.preflight.rules.tiles import Tiled
from press.preflight.rules.timeline import Posted

# The rules, named as their codes: `page_size` is preflight/page-size. The first must hold before
# the others can be judged: a page that is gone takes its texts, links and bookmarks along, and a
# font that is not there leaves nothing to measure.
SOUND: tuple[Callable[[Opened], Iterable[Finding]], ...] = (
    anatomy.syntax,
    anatomy.page_count,
    anatomy.page_size,
    anatomy.fonts_embedded,
)
PRESS_SOUND: tuple[Callable[[Opened], Iterable[Finding]], ...] = (
    anatomy.syntax,
    anatomy.page_count,
    pdfx.press_boxes,
    anatomy.fonts_embedded,
)
PRESS: tuple[Callable[[Opened], Iterable[Finding]], ...] = (
    pdfx.press_bare,
    pdfx.press_intent,
    pdfx.press_keys,
    plates.press_colours,
    plates.press_blending,
    plates.press_ink,
    plates.press_marks,
    bleed.press_bleed,
    graphics.coarse_image,
    bounds.file_size,
    anatomy.language,
    anatomy.direction,
)
# PDF/X-4 asks these of the file and its fonts as PDF/A and PDF/UA do.
PRESS_FILE: tuple[Callable[[Inspected], Iterable[Finding]], ...] = (
    archive_syntax,
    archive_file,
    archive_limits,
    archive_content,
    archive_metadata,
    archive_fonts,
    matterhorn_31,
)
TILES_SOUND: tuple[Callable[[Opened], Iterable[Finding]], ...] = (
    anatomy.syntax,
    anatomy.page_count,
    anatomy.fonts_embedded,
)
TILES_FILE: tuple[Callable[[Opened], Iterable[Finding]], ...] = (
    graphics.coarse_image,
    graphics.colour_space,
    bounds.file_size,
    anatomy.language,
    anatomy.direction,
)
# A sheet that is gone or of another size has its label and its margins elsewhere.
TILES_CUT: tuple[Callable[[Tiled], Iterable[Finding]], ...] = (
    officesheets.sheet_count,
    officesheets.sheet_size,
)
TILES: tuple[Callable[[Tiled], Iterable[Finding]], ...] = (
    officesheets.sheet_scaling,
    officesheets.sheet_order,
    officesheets.sheet_margins,
)
PICTURE: tuple[Callable[[Pictured], Iterable[Finding]], ...] = (
    pictured.picture_form,
    pictured.picture_likeness,
)
COMPLETE: tuple[Callable[[Opened], Iterable[Finding]], ...] = (
    anatomy.tagged,
    anatomy.language,
    anatomy.title,
    anatomy.direction,
    anatomy.metadata,
    anatomy.archivable,
    ways.bookmarks,
    ways.dead_link,
    bounds.page_bounds,
    bounds.file_size,
    graphics.coarse_image,
    graphics.colour_space,
    ways.missing_link,
)
LEGIBLE: tuple[Callable[[Reading], Iterable[Finding]], ...] = (
    appearance.unmapped_glyph,
    appearance.fonts_expected,
    appearance.outside_safe_area,
    appearance.missing_entry,
    appearance.readback,
    appearance.stray_text,
)
POSTED: tuple[Callable[[Posted], Iterable[Finding]], ...] = (
    timeline.overlap,
    timeline.off_scale,
    afar.illegible,
)
FOR_ALL: tuple[Callable[[Inspected], Iterable[Finding]], ...] = (*MATTERHORN, *FACES, *ARCHIVE)
WELL_SET: tuple[Callable[[Setting], Iterable[Finding]], ...] = (
    pagination.heading_at_foot,
    pagination.split_paragraph,
    pagination.split_entry,
    pagination.missing_table_head,
    pagination.thin_page,
    baselines.off_grid,
    lines.wide_space,
    letters.broken_join,
    letters.stretched_type,
    lines.broken_value,
    letters.house_marks,
    letters.foreign_phrase,
    letters.mixed_digits,
    lines.list_style,
    letters.small_type,
    lines.outside_margins,
    lines.out_of_box,
    lines.collision,
    contrast.low_contrast,
    contrast.colour_alone,
)
# These judge pages that are read one after the other.
OF_PAGES = (letters.small_type, baselines.off_grid, pagination.heading_at_foot)
