"""The form of the document symbols of the first publication, for tests that need one."""

import textwrap

LINES = r"""
  (?x: S/RES/(?P<number_resolution>\d+)(?:[ ]\((?P<year_resolution>\d{4})\))?
     | S/PV\.(?P<number_meeting>\d+)
     | (?: A/RES/(?P<span1945_9_9>3[1-9]|[4-9]\d)/\d+
         | A/(?P<span1945_1_9>3[1-9]|[4-9]\d)/\d+ | S/(?P<year_letter>\d{4})/\d+
         | (?:A|S|SC|SG|GA|ST|E)/[A-Z0-9][A-Za-z0-9.]* )
       (?: /[A-Z0-9][A-Za-z0-9.]* )*
       (?: -S/(?P<year_joint>\d{4})/\d+ | -[A-Z](?:/[A-Z0-9][A-Za-z0-9.]*)+ )?
       (?: [ ]\(\d{4}\) )? )
"""
PATTERN = textwrap.dedent(LINES).strip()
# The same as a key of publication.yaml.
SYMBOLS = f"symbols: |{LINES}"
