"""Makes random expressions, most of them of the right kinds, as trees that can be written and cut down.

A tree is a tuple: ("text", what is written), ("call", name, arguments), ("op", sign, left, right), ("minus", operand),
("in", operand) for parentheses, ("path", start, predicates, rest).
"""

import random

TEXTS = """'' 'a' 'abc' 'yes' 'no' 'red' 'green' 'red green blue' 'Maria' 'da' ' ' '  a  b ' '0' '00' '-0' '1' '1.0' '+1'
 ' 12 ' '12abc' '1e3' '.5' '5.' '.' '-' '--1' '1-2' '1.2.3' '1,5' '1,000.5' 'NaN' 'Infinity' 'true' 'false' 'TRUE' 'True'
 '2147483648' '99999999999999999999' '0.1' '-7' '3' '42' '2018-11-09' '1969-12-31' '2020-02-29' '2019-02-29' '2018-13-01'
 '2018-1-9' '9999-12-31' '10000-01-01' '2018-11-09T10:14:33' '2018-11-09T10:14:33.250Z' '2018-11-09T10:14'
 '1960-02-29T23:59:59.999+05:30' '2018-11-09T23:30:00.000-11:00' '2018-11-09T24:00:00' '2018-11-09T10:14:60' '10:14'
 '10:14:33.5' '2018-11-09 10:14' ' 2018-11-09' '2018-11-09T' '2018-11-09T10:14:33+02' '09/11/2018' 'é' 'É' 'ß' 'İ' '😀'
 'a😀b' 'Žlutý' 'مرحبا' '中文' "it's" 'say "x"' 'x y' ',' '%' '\\' '[' 'states'""".split("\n ")
TEXTS = [text for line in TEXTS for text in __import__("re").findall(r"'[^']*'|\"[^\"]*\"", line)]
TEXTS += ["'e\u0301'", "'\u00a0a\u00a0'", "'a\tb'", "' a \n b '", "'\u2003'"]
WORDS = [text for text in TEXTS if text not in ("' '",)]
NUMBERS = """0 1 2 3 4 5 7 10 12 42 100 0.5 .5 5. 1.5 2.5 3.5 0.1 0.2 0.3 1.005 0.001 0.00099 0.0000001 1.0000000000001
 0.000000000001 0.0000000000001 123456789 2147483647 2147483648 4294967296 9999999.5 10000000 12345678.9
 9007199254740993 12345678901234567890 99999999999999999999999999999999999999 0.1234567890123456789 17844 365.25
 2.675 1234.5678 99999.99999 -1""".split()
DATES = ["'2018-11-09'", "'1969-12-31'", "'2020-02-29'", "'1900-01-01'", "'2018-11-09T10:14:33.250Z'", "'2000-12-31'",
         "'1960-02-29T23:59:59.999+05:30'", "'2018-11-09T10:14:33'", "'2018-12-31'"]
PATTERNS = r"""[a-z]+ ^[0-9]{4}$ .* (a|b)+ \d+ \w+ .+ [^a]* a?? (?i)MARIA.* \p{L}+ \bMaria\b.* ( * [ a{2,1} \Qa\E .+@.+ \s* a++
 (?=M).* [\d.]+ \. ^-?\d+(\.\d+)?$ [0-9]{4}-[0-9]{2}-[0-9]{2} (a)\1 \x41 . .. ^a a$ a|abc [a-] [-a] [^\s]+ (?:abc)?
 [A-Za-z]*\s?.* ^(yes|no)$ \S+ \D* \W [é] é \u00e9 a{3} a{1,} (ab*c)+ [a-c&&[^b]]+ \p{Lu}.* \p{Alpha}+ [\w.+-]+@x \- ]
 } a{ \q (?<n>a)\k<n> \h* $ ^ | () .{3} .{1} [\u0600-\u06ff]+""".split()
FORMATS = ["%Y-%m-%d", "%e %b %y", "%d/%n/%Y", "%H:%M:%S.%3", "%h", "%a", "%Y", "%j", "%", "x%", "%%", "", "no", "%A %b",
           "%Y%m%dT%H%M%S", "%Z", "%y%y", "%3%3", "%é"]
NODES = {
    "number": "i_age i_zero i_minus i_large i_none n_half n_minus n_small n_large n_none i_inside k_number k_large".split(),
    "text": "t_name t_empty t_number t_minus t_comma t_power t_date t_moment t_signs t_spaces here here_too t_inside k_text".split(),
    "names": "s_yes s_none m_three m_one m_none s_state t_country".split(),
    "date": "d_day d_early d_leap d_none w_moment w_early k_date".split(),
    "boolean": "k_truth k_false".split(),
}
REPEATED = {
    "number": ["years", "rooms", "weight"], "text": ["who", "street", "plate", "here_m", "here_h"],
    "names": ["likes"], "date": ["born"],
}
PATHS = ["/data/household/member/years", "/data/household/street", "/data/household/member/who", "/data/car/weight",
         "/data/i_age", "/data/household", "/data/household/member", "/data/car", "/data/g_outer/t_inside", "/data/nothing",
         "/data", "/data/g_outer", "/data/car/nothing", "current()/.", "..", "./.."]
# Paths that begin where the expression stands, by how many groups and repeats are around it.
RELATIVE = [
    ["../i_age", "../t_name", "../here", "current()/../i_age", "./../s_yes", "../household/street", "../member/who",
     "../household/member/years", "../g_outer/t_inside", "../m_three/../i_age", "../car"],
    ["../street", "../rooms", "../member/years", "../../i_age", "../../household", "current()/../street", "../../here"],
    ["../years", "../who", "../../street", "../../member/years", "current()/../who", "./../years", "../../../t_name",
     "../../../household/street", "../likes", "../born", "../../member"],
]
SIGNS = {"+": "number", "-": "number", "*": "number", "div": "number", "mod": "number"}
ORDERS = ["<", "<=", ">", ">="]

# What each function gives, and what it takes; '*' repeats the last, '?' may be left out.
FUNCTIONS = {
    "number": {
        "number": "any", "int": "number", "round": "number small?", "abs": "number", "sqrt": "number", "exp": "small",
        "exp10": "small", "log": "number", "log10": "number", "sin": "number", "cos": "number", "tan": "number",
        "asin": "number", "acos": "number", "atan": "number", "atan2": "number number", "pow": "number small", "pi": "",
        "sum": "nodes", "max": "number *", "min": "number *", "count": "nodes", "count-non-empty": "nodes",
        "position": "nodes?", "count-selected": "names", "string-length": "text?", "decimal-date-time": "date",
        "decimal-time": "date",
    },
    "text": {
        "string": "any", "concat": "any *", "join": "text any *", "normalize-space": "text?", "substr": "text small small?",
        "substring-before": "text text", "substring-after": "text text", "translate": "text text text",
        "selected-at": "names small", "format-date": "date format", "format-date-time": "date format",
        "jr:choice-name": "names question", "once": "any", "version": "", "depend": "any any *",
    },
    "boolean": {
        "not": "boolean", "boolean": "any", "boolean-from-string": "text", "true": "", "false": "",
        "selected": "names text", "is-selected": "names text", "contains": "text text", "starts-with": "text text",
        "ends-with": "text text", "regex": "text pattern", "checklist": "small small boolean *",
        "weighted-checklist": "small small boolean small *2",
    },
    "date": {"date": "date", "date-time": "date", "today": ""},
}
KINDS = ["number", "text", "boolean", "date", "names"]


ATOMS = r"""a b c A é \d \D \w \W \s \S . \. \\ \- - _ / @ , : ; = ! # & ~ ` ^ $ \b \B \A \z \Z \t \n \x41 \u0041 \0 \1 \k<n> \p{L}
 \p{Lu} \P{L} \p{Alpha} \p{IsAlphabetic} \p{IsLatin} \p{L \pL \h \R \v \e \cA \q \< \Q.*\E [a] [^a] [a-z] [A-Z0-9]
 [a-zA-Z_] [\d] [^\d] [\w.-] [a-] [-a] [] [^] []a] [a[b]] [a-z&&[^b]] [a-z&&b] [[:alpha:]] [.] [*] [(] [\]] [\[] [\\] [z-a] [é] [\p{L}]
 [&&] [&] [a&b] [\s,] { } ] (?i) (?s) (?x) (?m) (?u) (?-i) ( ) | ? * + 0 1 2 [0-9] [1-9] {2} 10 18 red Maria 2018""".split()
TOKENS = """( ) [ ] , // . .. * - + = != < <= > >= and or div mod | 'a' "b" 1 2 .5 1. 0.1 ${i_age} ${t_name} ${m_three} /data/i_age i_age
 @id child::i_age parent::node() self::node() self::* ancestor::data node() text() comment() true() false() not( string( number( sum( count(
 concat( if( position() last() current() instance('states') /root/item root item name name() $x ' " :: : ! !== == & && || % # ; { } é data
 ../i_age ./. .//. a:b a-b a.b div1 or1 1or 2mod and() div mod() * jr:choice-name( jr:itext( property( depend( 1e3 1E3 0x1 +1 -1 --1""".split()


class Generator:
    """Random expressions; the same seed gives the same."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.depth = 0

    def chance(self, share):
        return self.random.random() < share

    def expression(self, place):
        """A tree of any kind, for a place in the form."""
        self.depth = place.count("/")
        roll = self.random.random()
        if roll < 0.05:
            return ("call", "regex", [self.text(0), ("text", quoted(self.random_pattern(2)))])
        if roll < 0.1:
            return self.soup()
        return self.tree(self.random.choice(KINDS + ["number", "boolean", "nodes"]), self.random.randint(1, 4))

    def tree(self, kind, depth):
        if kind == "any" or (kind in KINDS and self.chance(0.1)):
            kind = self.random.choice(KINDS)
        return getattr(self, kind)(depth)

    # Kinds

    def number(self, depth):
        if depth <= 0 or self.chance(0.1):
            return self.leaf("number", NUMBERS)
        roll = self.random.random()
        if roll < 0.4:
            sign = self.random.choice(list(SIGNS))
            kinds = ["date" if self.chance(0.1) else "number" for _ in range(2)]
            return self.maybe_in(("op", sign, *(self.tree(kind, depth - 1) for kind in kinds)))
        if roll < 0.5:
            return ("minus", self.tree("number", depth - 1))
        if roll < 0.52:
            places = ("text", self.random.choice("1 2 3 8 -1 -2 -3 30 31 -30 -31".split()))
            return ("call", "round", [self.tree("number", depth - 1), places])
        return self.choice_or_call("number", depth)

    def small(self, depth):
        if depth <= 0 or self.chance(0.7):
            number = ("text", self.random.choice("0 0 1 1 2 3 5 7 12 31 0.5 1.9 400".split()))
            return ("minus", number) if self.chance(0.3) else number
        return self.tree("number", depth - 1)

    def text(self, depth):
        if depth <= 0 or self.chance(0.2):
            return self.leaf("text", TEXTS)
        return self.choice_or_call("text", depth)

    def names(self, depth):
        return self.leaf("names", TEXTS) if depth <= 0 or self.chance(0.8) else self.text(depth - 1)

    def date(self, depth):
        if depth <= 0 or self.chance(0.4):
            return self.leaf("date", DATES)
        if self.chance(0.1):
            return ("call", self.random.choice(["date", "date-time"]), [self.small(0)])
        return self.choice_or_call("date", depth)

    def boolean(self, depth):
        if depth <= 0:
            return self.leaf("boolean", ["true()", "false()"])
        roll = self.random.random()
        if roll < 0.2:
            sign = self.random.choice(["and", "or"])
            return self.maybe_in(("op", sign, self.boolean(depth - 1), self.boolean(depth - 1)))
        if roll < 0.6:
            if self.chance(0.5):
                kind = self.random.choice(["number", "number", "date", "text", "any"])
                return self.maybe_in(("op", self.random.choice(ORDERS), self.tree(kind, depth - 1), self.tree(kind, depth - 1)))
            kind, other = self.random.choice(KINDS), self.random.choice(KINDS)
            other = kind if self.chance(0.7) else other
            sign = self.random.choice(["=", "!="])
            return self.maybe_in(("op", sign, self.tree(kind, depth - 1), self.tree(other, depth - 1)))
        return self.choice_or_call("boolean", depth)

    def nodes(self, depth):
        roll = self.random.random()
        if roll < 0.04 and depth > 0:
            seed = ("text", self.random.choice("0 1 42 -1 1.9 2147483647 2147483648 123456789012 9999999999999999999".split()))
            return ("call", "randomize", [self.nodes(depth - 1), seed])
        if roll < 0.35:
            names = self.random.choice([*REPEATED.values(), ["household", "member", "car"], ["g_outer", "i_age", "i_none"]])
            return ("text", "${%s}" % self.random.choice(names))
        if roll < 0.6 or depth <= 0:
            return ("text", self.random.choice(PATHS if self.chance(0.5) else RELATIVE[self.depth]))
        if roll < 0.8:
            predicates = [self.predicate("item", depth - 1) for _ in range(self.random.choice([0, 1, 1, 2]))]
            listed = self.random.choice(["states", "states", "colours"])
            rest = self.random.choice(["", "/name", "/label", "/people", "/country", "/nothing"])
            return ("path", f"instance('{listed}')/root/item", predicates, rest)
        start, rests, place = self.random.choice([
            ("/data/household", ["/street", "/rooms", "/member/years", "", "/member"], "household"),
            ("/data/household/member", ["/who", "/years", ""], "member"), ("${member}", ["/who", "/years", ""], "member"),
            ("${household}", ["/street", "/member/who", ""], "household"), ("/data/car", ["/weight", "/plate"], "car"),
        ])
        return ("path", start, [self.predicate(place, depth - 1)], self.random.choice(rests))

    def predicate(self, place, depth):
        """A boolean in which bare names are columns or questions."""
        columns = {"item": ["name", "label", "country", "people"], "member": ["who", "years", "./years", "born"],
                   "household": ["street", "rooms", "./street"], "car": ["weight", "plate"]}[place]
        roll = self.random.random()
        sign = self.random.choice(["=", "=", "!=", "<", ">="])
        if roll < 0.35:
            right = self.random.choice(["1", "2", "3", "position(current()/..)", "position(..)", "0", "1.5"])
            return ("op", sign, ("text", "position()"), ("text", right))
        column = ("text", self.random.choice(columns))
        if roll < 0.6:
            values = ["'be'", "'de'", "'ge'", "'red'", "13", "3.6", "34", "12", "'Ana'", "''", "'Side'", "3", "1000", "0"]
            sign = self.random.choice(["=", "!=", "<", ">"])
            return ("op", sign, column, ("text", self.random.choice(values)))
        if roll < 0.65:
            # The way from the form, and what pyxform writes it for where no repeat is around the question and the node.
            group = {"member": "/data/household/member", "household": "/data/household", "car": "/data/car"}.get(place)
            names = {"member": ["years", "who"], "household": ["street", "rooms"], "car": ["weight", "plate"]}.get(place)
            if group:
                name = self.random.choice(names)
                by_name = self.chance(0.5) and (self.depth == 0 or place == "car")
                return ("op", sign, ("text", "${%s}" % name if by_name else f"{group}/{name}"), ("text", "3"))
        if roll < 0.7:
            return ("call", "selected", [("text", self.random.choice(["${m_three}", "${s_state}", "'be ge'"])), column])
        if roll < 0.8:
            return ("op", "=", column, ("text", self.random.choice(["${s_state}", "${t_country}", "current()/../who"])))
        if roll < 0.9:
            return ("op", self.random.choice(["and", "or"]), self.predicate(place, 0), self.predicate(place, 0))
        return ("op", sign, ("call", "string-length", [column]), ("text", self.random.choice("0 1 2 3 4".split())))

    def random_pattern(self, depth):
        """A regular expression of parts, most of them sound."""
        pieces = []
        for _ in range(self.random.choice([1, 1, 2, 3])):
            if depth > 0 and self.chance(0.25):
                inner = self.random_pattern(depth - 1)
                opening = self.random.choice(["(", "(", "(?:", "(?i:", "(?=", "(?!", "(?<=", "(?<!", "(?<n>", "(?>"])
                piece = f"{opening}{inner})"
            else:
                piece = self.random.choice(ATOMS)
            if self.chance(0.35):
                piece += self.random.choice(["*", "+", "?", "*?", "++", "{2}", "{1,}", "{0,2}", "{,2}", "{2,1}", "{", "**"])
            pieces.append(piece)
        return "".join(pieces) if self.chance(0.85) else "|".join(pieces)

    def soup(self):
        """Tokens in any order: both sides must read them, or refuse to."""
        tokens = [self.random.choice(TOKENS) for _ in range(self.random.randint(1, 7))]
        return ("soup", tokens, self.random.choice(["", " "]))

    # Parts

    def pattern(self, depth):
        return ("text", quoted(self.random.choice(PATTERNS)))

    def format(self, depth):
        return ("text", quoted(self.random.choice(FORMATS)))

    def question(self, depth):
        return ("text", self.random.choice(["'${s_yes}'", "'${m_three}'", "'${s_state}'", "'${likes}'"]))

    def leaf(self, kind, literals):
        if self.chance(0.08):
            return ("text", self.random.choice([".", ".", ".."]))
        if self.chance(0.45):
            names = NODES[kind] if kind not in REPEATED or self.chance(0.7) else REPEATED[kind]
            return ("text", "${%s}" % self.random.choice(names))
        if kind == "number" and self.chance(0.1):
            return self.random.choice([
                ("in", ("op", "div", ("text", "1"), ("text", "0"))), ("in", ("op", "div", ("text", "0"), ("text", "0"))),
                ("in", ("op", "div", ("minus", ("text", "1")), ("text", "0"))), ("minus", ("text", "0")),
            ])
        return ("text", self.random.choice(literals))

    def choice_or_call(self, kind, depth):
        """A call that gives a kind, or a choice between two values of it."""
        if self.chance(0.12):
            return ("call", "if", [self.boolean(depth - 1), self.tree(kind, depth - 1), self.tree(kind, depth - 1)])
        if self.chance(0.08):
            return ("call", "coalesce", [self.tree(kind, depth - 1), self.tree(kind, depth - 1)])
        if self.chance(0.06):
            return self.indexed(depth)
        if self.chance(0.03):
            kind = self.random.choice(list(FUNCTIONS))
        names = list(FUNCTIONS[kind])
        name = self.random.choice(names)
        arguments = self.arguments(FUNCTIONS[kind][name].split(), depth)
        if self.chance(0.02):
            arguments = arguments[:-1] if self.chance(0.5) else [*arguments, self.tree("any", 0)]
        return ("call", name, arguments)

    def arguments(self, kinds, depth):
        arguments = []
        for index, kind in enumerate(kinds):
            if kind.startswith("*"):
                if self.chance(0.25) and kind == "*":
                    arguments[-1] = self.nodes(depth - 1)
                    continue
                together = kinds[index - int(kind[1:] or 1):index]
                for _ in range(self.random.choice([0, 1, 1, 2, 3])):
                    arguments += [self.tree(kind, depth - 1) for kind in together]
            elif not kind.endswith("?"):
                arguments.append(self.tree(kind, depth - 1))
            elif self.chance(0.6):
                arguments.append(self.tree(kind[:-1], depth - 1))
        return arguments

    def indexed(self, depth):
        index = self.small(depth - 1)
        return ("call", "indexed-repeat", self.random.choice([
            [("text", "${who}"), ("text", "${household}"), self.small(0), ("text", "${member}"), index],
            [("text", "${street}"), ("text", "${household}"), index], [("text", "${plate}"), ("text", "${car}"), index],
            [("text", "${years}"), ("text", "${member}"), index], [("text", "${who}"), ("text", "${car}"), index],
        ]))

    def maybe_in(self, tree):
        return ("in", tree) if self.chance(0.7) else tree


def quoted(text):
    return f'"{text}"' if "'" in text else f"'{text}'"


def written(tree, space=" "):
    """The text of a tree."""
    kind = tree[0]
    if kind == "text":
        return tree[1]
    if kind == "soup":
        return tree[2].join(tree[1])
    if kind == "call":
        return f"{tree[1]}({(',' + space).join(written(argument, space) for argument in tree[2])})"
    if kind == "minus":
        return "-" + written(tree[1], space)
    if kind == "in":
        return f"({written(tree[1], space)})"
    if kind == "op":
        gap = space if tree[1] in "=!=<=>=+*" else " "
        return f"{written(tree[2], space)}{gap}{tree[1]}{gap}{written(tree[3], space)}"
    start, predicates, rest = tree[1:]
    return start + "".join(f"[{written(predicate, space)}]" for predicate in predicates) + rest


def smaller(tree):
    """Trees that are a little smaller, the smallest first."""
    kind = tree[0]
    if kind == "text":
        for simple in ("1", "''"):
            if len(simple) < len(tree[1]):
                yield ("text", simple)
        if tree[1][0] in "'\"" and len(tree[1]) > 3:
            yield ("text", tree[1][:-2] + tree[1][-1])
            yield ("text", tree[1][0] + tree[1][2:])
            for middle in range(2, len(tree[1]) - 1):
                yield ("text", tree[1][:middle] + tree[1][middle + 1:])
        return
    if kind == "soup":
        for index in range(len(tree[1])):
            yield ("soup", tree[1][:index] + tree[1][index + 1:], tree[2])
        return
    yield ("text", "1")
    yield ("text", "''")
    for index, child in children(tree):
        yield child
    if kind == "call":
        for index in range(len(tree[2])):
            if tree[1] != "randomize":
                yield ("call", tree[1], tree[2][:index] + tree[2][index + 1:])
    if kind == "path":
        yield ("path", tree[1], tree[2], "")
        for index in range(len(tree[2])):
            yield ("path", tree[1], tree[2][:index] + tree[2][index + 1:], tree[3])
    for index, child in children(tree):
        for less in smaller(child):
            # A number as a predicate is another thing.
            if kind != "path" or less[0] in ("op", "call"):
                yield replaced(tree, index, less)


def children(tree):
    kind = tree[0]
    if kind in ("call", "path"):
        return list(enumerate(tree[2]))
    if kind == "op":
        return [(2, tree[2]), (3, tree[3])]
    return [(1, tree[1])] if kind in ("minus", "in") else []


def replaced(tree, index, child):
    if tree[0] in ("call", "path"):
        inner = tree[2][:index] + [child] + tree[2][index + 1:]
        return (*tree[:2], inner, *tree[3:])
    return (*tree[:index], child, *tree[index + 1:])
