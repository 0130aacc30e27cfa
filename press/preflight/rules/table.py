"""Table of rules: which are asked of which output of a build, in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from press.preflight.document import Opened
from press.preflight.finding import Finding
from press.preflight.inspection import Inspected
from press.preflight.lines import Setting
from press.preflight.readback.reading import Reading
from press.preflight.rules import (
    baseline_grid,
    bleed,
    booklet,
    composition,
    contrast,
    figures,
    file,
    fillers,
    images,
    ink,
    justification,
    letters,
    links,
    marks,
    pagination,
    pdfx,
    picture,
    poster,
    press_type,
    separations,
    social,
    spacing,
    text,
    tiles,
    web,
)
from press.preflight.rules.booklet import Folded
from press.preflight.rules.pdfa import ARCHIVE, archive_content
from press.preflight.rules.pdfa_file import archive_file, archive_limits, archive_syntax
from press.preflight.rules.pdfa_xmp import archive_metadata
from press.preflight.rules.pdfua import MATTERHORN
from press.preflight.rules.pdfua_fonts import FACES, archive_fonts, matterhorn_31
from press.preflight.rules.picture import Pictured
from press.preflight.rules.poster import Posted
from press.preflight.rules.separations import Pressed
from press.preflight.rules.social import SocialPage
from press.preflight.rules.tiles import Tiled
from press.preflight.rules.web import WebRead

# The rules, named as their codes: `page_size` is preflight/page-size. The first must hold before
# the others can be judged: a page that is gone takes its texts, links and bookmarks along, and a
# font that is not there leaves nothing to measure.
SOUND: tuple[Callable[[Opened], Iterable[Finding]], ...] = (
    file.syntax,
    file.page_count,
    file.page_size,
    file.fonts_embedded,
)
PRESS_SOUND: tuple[Callable[[Opened], Iterable[Finding]], ...] = (
    file.syntax,
    file.page_count,
    pdfx.press_boxes,
    file.fonts_embedded,
)
PRESS: tuple[Callable[[Opened], Iterable[Finding]], ...] = (
    pdfx.press_bare,
    pdfx.press_intent,
    pdfx.press_keys,
    file.file_size,
    file.language,
    file.direction,
)
# These judge each page by itself.
PRESS_PAGES: tuple[Callable[[Opened], Iterable[Finding]], ...] = (
    marks.press_marks,
    marks.press_slug,
    bleed.press_bleed,
    images.coarse_image,
)
PRESS_PLATES: tuple[Callable[[Pressed], Iterable[Finding]], ...] = (
    separations.press_colours,
    separations.press_blending,
    separations.press_overprint,
    ink.press_ink,
    press_type.press_small_type,
    press_type.press_reversed_type,
    press_type.press_solids,
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
    file.syntax,
    file.page_count,
    file.fonts_embedded,
)
TILES_FILE: tuple[Callable[[Opened], Iterable[Finding]], ...] = (
    images.coarse_image,
    images.colour_space,
    file.file_size,
    file.language,
    file.direction,
)
# A sheet that is gone or of another size has its label and its margins elsewhere.
TILES_CUT: tuple[Callable[[Tiled], Iterable[Finding]], ...] = (
    tiles.sheet_count,
    tiles.sheet_size,
)
TILES: tuple[Callable[[Tiled], Iterable[Finding]], ...] = (
    tiles.sheet_scaling,
    tiles.sheet_order,
    tiles.sheet_margins,
    tiles.sheet_toner,
)
BOOKLET: tuple[Callable[[Folded], Iterable[Finding]], ...] = (
    booklet.booklet_sheets,
    booklet.booklet_printing,
)
PICTURE: tuple[Callable[[Pictured], Iterable[Finding]], ...] = (
    picture.picture_form,
    picture.picture_likeness,
)
WEB: tuple[Callable[[WebRead], Iterable[Finding]], ...] = (
    web.web_text,
    web.web_stray,
    web.web_link,
    web.web_weight,
)
SOCIAL: tuple[Callable[[SocialPage], Iterable[Finding]], ...] = (social.social_text,)
COMPLETE: tuple[Callable[[Opened], Iterable[Finding]], ...] = (
    file.tagged,
    file.language,
    file.title,
    file.direction,
    file.metadata,
    file.archivable,
    links.bookmarks,
    links.dead_link,
    file.page_bounds,
    file.file_size,
    images.coarse_image,
    images.colour_space,
    links.missing_link,
)
# Those of them that may find mere advice.
ADVISING: tuple[Callable[[Opened], Iterable[Finding]], ...] = (images.coarse_image,)
LEGIBLE: tuple[Callable[[Reading], Iterable[Finding]], ...] = (
    text.unmapped_glyph,
    text.fonts_expected,
    text.outside_safe_area,
    text.missing_entry,
    text.readback,
    text.stray_text,
)
POSTED: tuple[Callable[[Posted], Iterable[Finding]], ...] = (
    poster.overlap,
    poster.off_scale,
    poster.other_period,
    poster.illegible,
    fillers.unused_filler,
)
FOR_ALL: tuple[Callable[[Inspected], Iterable[Finding]], ...] = (*MATTERHORN, *FACES, *ARCHIVE)
WELL_SET: tuple[Callable[[Setting], Iterable[Finding]], ...] = (
    pagination.heading_at_foot,
    pagination.split_paragraph,
    pagination.split_entry,
    pagination.missing_table_head,
    pagination.thin_page,
    baseline_grid.off_grid,
    spacing.wide_space,
    justification.loose_lines,
    justification.overfull_line,
    justification.river,
    letters.broken_join,
    letters.stretched_type,
    spacing.broken_value,
    letters.house_marks,
    letters.foreign_phrase,
    letters.mixed_digits,
    spacing.list_style,
    letters.small_type,
    spacing.outside_margins,
    spacing.out_of_box,
    spacing.collision,
    contrast.low_contrast,
    contrast.colour_alone,
    composition.short_last_line,
    composition.uneven_heading,
    composition.stray_title,
    composition.blank_line,
    composition.uneven_spread,
    composition.missing_running_head,
    composition.missing_tab,
    figures.tall_figure,
    figures.marked_figure,
)
# These judge pages that are read one after the other; the text of a poster is ragged, so lines of
# narrow columns that happen to end alike are none that were justified.
OF_PAGES = (
    letters.small_type,
    baseline_grid.off_grid,
    pagination.heading_at_foot,
    justification.loose_lines,
    justification.overfull_line,
    justification.river,
    composition.short_last_line,
    composition.uneven_heading,
    composition.stray_title,
    composition.blank_line,
    composition.uneven_spread,
    composition.missing_running_head,
    composition.missing_tab,
    figures.tall_figure,
)
