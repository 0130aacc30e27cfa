"""What people type by mistake, machines leave and attackers try: the words of hostile inputs."""

SECRET = "ZQSECRETZQ"
# Values that are typed by mistake, by machines, or by somebody who looks for a way in.
VALUES = (
    "", " ", "~", "null", "no", "0", "-1", "1e999", "nan",
    "٣١٥٠",
    "3,150", "17.300", "9" * 500, "12:30", "2006-13-45", "-0043", "../2006", "2006-08-31/2005",
    "1500~", "[]", "{}", "[a, [b]]", "{a: {b: c}}", "&x [*x]", "*none", "<<: *x",
    "!!python/object/apply:os.system [ls]", "| ", ">", '"', "'", "`x`", "%x", "{date}", "{nothing}",
    "[كلمات]{none}",
    "{date:دولة:جر}",
    "[[x]]", "{lang zz: x}",
    "{lang he: שלום}",
    "../secret.yaml", "/etc/hostname", "file:///etc/hostname", "%2e%2e/secret.yaml", "//host/x",
    "a\\b", "\u200e\u202e\u2066x", "\ufeff", "\u2028", "\u0085", "\u00a0", "\ud7ff",
    "ﷺ",
    "ـــ",
    "ٱلۡحَ",
    "🙂",
    "ی ک",
    "x" * 3000,
    "كلمة " * 600,
    "<b>x</b>", "**x**", "${x}", "{{ 7*7 }}", "'; rm -rf", "%s%n", "CON", "a" * 300,
)  # fmt: skip
EXPRESSIONS = (
    "{{ 1/0 }}", "{{ nothing }}", "{{ brief.nothing }}", "{% if %}", "{% for x in y %}",
    "{{ brief.years }}", "{% include 'x.html' %}", "{% include '../secret.yaml' %}",
    "{% include 'brief.html' %}", "{{ 'a'*10**10 }}", "{{ range(10**9)|list }}",
    "{{ ''.__class__.__mro__ }}", "{{ brief.__init__.__globals__ }}", "{{ 'x'|mm }}",
    "{{ 3|prose }}", "{{ cycler.__init__ }}", "{% set loop.index = 1 %}", "{{ '%999999999d'%1 }}",
    "{# open", "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "{{ brief|tojson }}",
    "{{ namespace(a=1).b.c }}", "{{ [1]|sum(attribute='x') }}", "{% extends 'brief.html' %}",
    "{% block x %}", "{{ 'x'.index('y') }}", "{{ dict(a=1).pop('b') }}", "{% raw %}",
    "{{ brief.chapters[99].title }}", "\udcff", "\x00", "{{",
)  # fmt: skip
RULES = (
    "columns: 40", "font-size: 1e7px", "font-size: 0", "width: 1e9mm", "width: nan",
    "position: absolute; top: -9in", "background: url(../../secret.yaml)",
    "background: url(%2e%2e/%2e%2e/secret.yaml)", "float: sideways",
    "background: url(file:///etc/hostname)", "background: url(http://127.0.0.1:9/x)",
    "content: url(//host/x)", "background: url(data:image/png;base64,xx)", "line-height: 0",
    "margin: -1e5mm", "display: flex; flex: 1 1 0",
    "display: grid; grid-template-columns: repeat(99, 1fr)", "transform: scale(0)",
    "counter-increment: a 2147483648", "color: var(--none)", "--x: var(--x); color: var(--x)",
    "font-family: Nowhere", "break-before: page", "text-indent: 1e6mm", "letter-spacing: 1e4em",
    "display: table-cell", "column-span: all", "hyphens: auto",
    "background: linear-gradient(red, blue 1e9px)", "clip-path: circle()", "}", "{", "/*",
    "@import url(x.css)", "@font-face { font-family: x; src: url(../../secret.yaml) }",
    "@page { size: 0 0 }", "@page { size: 20mm 20mm }", "@page { margin: 500mm }",
    "@media print { p { color: ", "\\0", "é" * 200, "unicode-bidi: isolate-override",
)  # fmt: skip
OPTIONS = (
    "check", "facts", "facts --json", "facts --csv", "plan", "plan --json", "changes",
    "changes --since x", "nothing", "build nothing", "build ../brief", "build --jobs 0",
    "build --jobs -3", "build --jobs x", "facts --status nosuch", "facts --source nosuch",
    "release ''", "release ../x", "release a/b", "release .", "import nothing.xlsx",
    "import content/brief.yaml", "export nothing/x.csv", "export content", "new content",
    "new content/brief.yaml", "check --json", "check --lang ar", "check --lang xx",
    "check --project nowhere", "check --project /dev/null", "check --output content/brief.yaml/x",
    "plan --shard 9/2 --projects *", "plan --shard x --projects *", "build --projects nowhere/*",
    "build --shard 1/0", "facts --json --csv", "schema extra", "check extra", "--help",
    "doctor --json extra", "watch --port x", "watch --port 99999999",
    "import --columns nothing.yaml content",
)  # fmt: skip
# Of drawings: what stands in them, and the box that they are drawn in.
SHAPES = (
    '<use href="#a"/>', '<image href="../../secret.yaml" width="9" height="9"/>',
    '<circle r="nan"/>', '<image href="file:///etc/hostname"/>', "<script>x</script>",
    '<path d="M 0 0 L nan 1e999 Q"/>', '<g id="a"><use href="#a"/></g>',
    '<text font-size="1e9">x</text>', '<rect width="-1" height="%"/>',
    '<linearGradient id="a" href="#a"/>', "<foreignObject/>", "<svg><svg><svg/></svg></svg>", "&x;",
    "<",
    "<text>كلمة</text>",
    '<path d="M0 0 h9 v9"/>', '<rect style="fill:url(#none)" width="9" height="9"/>',
)  # fmt: skip
BOXES = ("0 0 9 9", "a b", "0 0 0 0", "nan nan nan nan", "", "0 0 -9 9", "0 0 1e308 1e308")
# Of records: keys that are other records', or Python's; names of files.
KEYS = (
    "title", "date", "facts", "said", "chapters", "id", "place", "model_config", "__class__", "x y",
)  # fmt: skip
NAMES = (".#x.yaml", "x.yaml", "x.YML", "brief-press.yaml", "a b.yaml", "ع.yaml")
