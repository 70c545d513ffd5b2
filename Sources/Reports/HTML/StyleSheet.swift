internal import Scenes

/// How the page of a report looks: on a desk, on a telephone, by night and on paper.
enum StyleSheet {
  /// The rules, with the colours of the drawings among them.
  static let text = """
    :root { \(variables(\.light)) --head: #0b3c6b; --head-ink: #ffffff; --accent: #c96e0a; --link: #0b4f8a; --soft: #f4f6f9; color-scheme: light dark }
    @media screen and (prefers-color-scheme: dark) {
    :root { \(variables(\.dark)) --head: #0c2742; --head-ink: #f3f6f9; --accent: #c57a14; --link: #8cc4f7; --soft: #1a2027 }
    }
    \(rules)
    """

  private static func variables(_ value: KeyPath<Color, String>) -> String {
    Palette.colors.map { "--\($0.name): \($0[keyPath: value]);" }.joined(separator: " ")
  }

  private static let rules = """
    *, ::before, ::after { box-sizing: border-box }
    html { font: 100%/1.55 "Noto Sans", "Noto Sans Arabic", "Noto Sans CJK SC", "Segoe UI", "Helvetica Neue", Arial, "PingFang SC", "Microsoft YaHei", "Droid Sans Fallback", sans-serif; background: var(--paper); color: var(--ink); -webkit-text-size-adjust: 100% }
    body { margin: 0; overflow-wrap: break-word }
    h1, h2, h3, h4, p, ul, ol, figure, blockquote { margin: 0; padding: 0 }
    a { color: var(--link); text-underline-offset: .15em; text-decoration-thickness: .06em }
    a:hover { text-decoration-thickness: .12em }
    :focus-visible { outline: 3px solid var(--second); outline-offset: 2px }
    .skip { position: absolute; inset-inline-start: 1rem; top: -6rem; padding: .5rem 1rem; background: var(--paper); z-index: 1 }
    .skip:focus { top: .5rem }
    .hidden { position: absolute; inset: 0 auto auto 0; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
    header { background: var(--head); color: var(--head-ink); border-block-end: 5px solid var(--accent) }
    .inner, .body { max-width: 72rem; margin-inline: auto; padding-inline: 1rem }
    .inner { padding-block: 2.25rem 1.75rem }
    h1 { font-size: clamp(1.6rem, 1.2rem + 2vw, 2.4rem); line-height: 1.2; text-wrap: balance; max-width: 26em }
    header p { margin-block-start: .6rem; opacity: .9; font-size: .95rem }
    nav { padding-block: 1.5rem 0; font-size: .925rem }
    nav h2, h3, caption { font-size: .95rem; font-weight: 700; color: var(--muted-ink) }
    nav ol { list-style: none; margin-block-start: .4rem }
    nav li { border-block-start: 1px solid var(--track) }
    nav a { display: block; padding-block: .4rem; line-height: 1.4; text-decoration: none }
    nav a:hover { text-decoration: underline }
    main { min-width: 0 }
    section { padding-block: 2.5rem; border-block-end: 1px solid var(--rule) }
    section:last-child { border-block-end: 0 }
    h2 { font-size: 1.45rem; line-height: 1.3; text-wrap: balance; scroll-margin-block-start: 1rem }
    section > h2 { margin-block-end: .75rem }
    .question { margin-block-start: .4rem; color: var(--muted-ink) }
    .made { margin-block-start: .6rem; padding: .4rem .8rem; background: var(--warning-paper); color: var(--warning-ink); border: 1px dashed; border-radius: 3px; font-weight: 700 }
    figure { margin-block: 1.25rem 0 }
    figure svg { display: block; width: 100%; height: auto; font-family: inherit }
    figure .wide { display: none }
    figure .narrow { max-width: 30rem }
    figcaption { margin-block-start: .9rem; padding-block-start: .75rem; border-block-start: 1px solid var(--rule) }
    figcaption p { font-weight: 700 }
    .chain { list-style: none; display: flex; flex-wrap: wrap; gap: .35rem 0; margin-block: .5rem 0; font-size: .9rem; color: var(--muted-ink) }
    .chain li { display: flex; gap: .35em; align-items: baseline; padding: .1rem .15rem }
    .chain b { color: var(--ink); font-size: 1.05rem; font-variant-numeric: tabular-nums }
    .chain li + li:not(.aside)::before { content: "\\2192" / ""; padding-inline: .35rem .45rem; color: var(--muted-ink) }
    [dir="rtl"] .chain li + li:not(.aside)::before { content: "\\2190" / "" }
    .chain .base { font-weight: 700; color: var(--ink) }
    .chain .base b { text-decoration: underline; text-decoration-color: var(--second); text-decoration-thickness: .18em; text-underline-offset: .2em }
    .chain .aside { margin-inline-start: .6rem; padding-inline-start: .9rem; border-inline-start: 1px solid var(--rule) }
    .wave { margin-block-start: .5rem }
    .wave + .chain { margin-block-start: 0 }
    .scroll { overflow-x: auto; position: relative }
    table { margin-block-start: 1.5rem; border-collapse: collapse; width: 100%; font-size: .9rem; line-height: 1.45; font-variant-numeric: tabular-nums }
    caption { position: relative; text-align: start; padding-block-end: .4rem }
    th, td { text-align: start; vertical-align: top; padding: .4rem .75rem .4rem 0; border-block-end: 1px solid var(--track); font-weight: 400 }
    [dir="rtl"] th, [dir="rtl"] td { padding: .4rem 0 .4rem .75rem }
    thead th, thead td { border-block-end: 1px solid var(--rule); color: var(--muted-ink); font-size: .85rem; vertical-align: bottom }
    tbody th { min-width: 7rem }
    .plain td:nth-child(2), .plain td:nth-child(3), .plain thead th:nth-child(2), .plain thead th:nth-child(3),
    .parts td:nth-child(2), .parts td:nth-child(3), .parts thead th:nth-child(2), .parts thead th:nth-child(3),
    .grid td, .grid thead th { text-align: end }
    .plain td:nth-child(2), .plain td:nth-child(3), .parts td:nth-child(2), .parts td:nth-child(3), .grid td { white-space: nowrap }
    .plain td:nth-child(2), .grid:not(.waves) td:last-child { font-weight: 700 }
    .plain td:only-child { font-weight: 400; text-align: start }
    .states th { font-style: italic; color: var(--muted-ink) }
    tbody.states { border-block-start: 1px solid var(--rule) }
    .status th { font-weight: 700 }
    small { font-size: .85em; color: var(--muted-ink); font-weight: 400 }
    .notes { margin-block-start: 1rem; padding-inline-start: 1.1rem; font-size: .95rem }
    .notes li::marker { color: var(--second) }
    .quotations { margin-block-start: 1.25rem }
    .quotations h4 { margin-block-start: .75rem; font-size: .95rem }
    .quotations ul { list-style: none }
    .quotations li { margin-block-start: .5rem; padding-inline-start: .9rem; border-inline-start: 3px solid var(--second) }
    .quotations li > p { font-size: .85rem; color: var(--muted-ink) }
    details { margin-block-start: 1rem; font-size: .9rem; background: var(--soft); border-radius: 4px; padding: .5rem .9rem }
    summary { cursor: pointer; color: var(--link); padding-block: .15rem }
    details p { margin-block-start: .5rem }
    details ul { padding-inline-start: 1.2rem }
    details > ul { margin-block-end: .5rem }
    details :is(bdi, strong), .traces { overflow-wrap: anywhere }
    .traces { list-style: none; font-size: .9rem }
    .traces > li { padding-block: .3rem; border-block-end: 1px solid var(--track) }
    .traces ul { padding-inline-start: 1.2rem; color: var(--muted-ink) }
    .origin { margin-block-start: 1rem; font-size: .85rem; color: var(--muted-ink) }
    code { font-family: "Noto Sans Mono", "DejaVu Sans Mono", Consolas, monospace; font-size: .92em; overflow-wrap: anywhere }
    @media screen and (max-width: 45.99rem) {
    .named, .named :is(thead, tbody, caption), .status, .status :is(thead, tbody, caption) { display: block }
    .named tr { display: grid; grid-template-columns: minmax(0, 1fr) 5.5rem 4.5rem; border-block-end: 1px solid var(--track) }
    .named thead tr { align-items: end }
    .named thead th { font-size: .8rem; hyphens: auto }
    .named tr > * { border: 0 }
    .named .names { grid-column: 1 / -1; padding-block-start: 0; color: var(--muted-ink); text-align: start }
    .named .names:empty { display: none }
    .named td:only-child { grid-column: 1 / -1 }
    .status thead { position: absolute; clip-path: inset(50%); overflow: hidden; width: 1px; height: 1px }
    .status tr { display: flex; flex-wrap: wrap; border-block-end: 1px solid var(--track); padding-block: .3rem }
    .status tr > * { border: 0; padding-block: .1rem; display: block }
    .status th, .status td:last-child { flex-basis: 100% }
    }
    @media (min-width: 46rem) {
    figure .wide { display: block }
    figure .narrow { display: none }
    .inner, .body { padding-inline: 2rem }
    }
    @media screen and (min-width: 68rem) {
    .body { display: grid; grid-template-columns: 17rem minmax(0, 46rem); gap: 3.5rem }
    nav { position: sticky; top: 0; align-self: start; max-height: 100vh; overflow-y: auto; padding-block: 2.5rem }
    }
    @media print {
    @page { size: A4; margin: 18mm 17mm 20mm; @bottom-center { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #454b52 } }
    html { font-size: 10pt }
    * { print-color-adjust: exact; -webkit-print-color-adjust: exact }
    header { background: none; color: var(--ink) }
    .inner, .body { max-width: none; padding-inline: 0 }
    .inner { padding-block: 0 8mm }
    .skip, details { display: none }
    nav { padding-block: 6mm 0; break-after: page }
    a { color: inherit; text-decoration: none }
    figure .wide { display: block; max-height: 225mm }
    figure .narrow { display: none }
    section { padding-block: 6mm }
    .whole, table:not(:has(tr:nth-child(9))), tr, .chain, .notes li, .quotations li, .traces > li { break-inside: avoid }
    h2, h3, h4, caption, thead { break-after: avoid }
    .scroll { overflow: visible }
    .grid td { white-space: normal }
    }
    """
}
