// What people write who want a page to run it: the well-known kinds, cut, doubled, encoded and mixed by chance.

const SEEDS = [
  '<script>evil()</script>', '<img src=x onerror=evil()>', '<svg onload=evil()>', '<svg><script>evil()</script></svg>', '"><script>evil()</script>',
  "'><img src=x onerror=evil()>", '<iframe src="javascript:parent.evil()">', '<iframe srcdoc="<script>parent.evil()</script>">', 'javascript:evil()', 'JaVaScRiPt:evil()',
  'java\tscript:evil()', 'data:text/html,<script>evil()</script>', '<a href="javascript:evil()">x</a>', '<math><mtext><table><mglyph><style><img src=x onerror=evil()>',
  '<x-evil onclick=evil()>', '<body onload=evil()>', '<details open ontoggle=evil()>', '<input autofocus onfocus=evil()>', '<object data="javascript:evil()">', '<embed src="javascript:evil()">',
  '<style>@import "x"</style>', '<base href="//evil.example/">', '<meta http-equiv=refresh content="0;url=javascript:evil()">', '<template><img src=x onerror=evil()></template>',
  '</script><script>evil()</script>', '</textarea><script>evil()</script>', '</title><script>evil()</script>', '<!--><img src=x onerror=evil()>-->', '<![CDATA[<script>evil()</script>]]>',
  '${evil()}', '{{constructor.constructor("evil()")()}}', '`${evil()}`', "');evil();//", '";evil();//', '\\");evil();//', '\u2028evil()//', '*/evil()/*',
  '{"__proto__":{"onload":"evil()"}}', '{"constructor":{"prototype":{"x":"evil()"}}}', '__proto__', 'constructor', 'toString', 'hasOwnProperty',
  '\\href{javascript:evil()}{x}', '\\text{<img src=x onerror=evil()>}', '$<script>evil()</script>$', '`<script>evil()</script>`', '[x](javascript:evil())', '**<img src=x onerror=evil()>**',
  'expression(evil())', 'url(javascript:evil())', '}*{background:url(javascript:evil())}', '-moz-binding:url(x)', '%3Cscript%3Eevil()%3C/script%3E', '&lt;script&gt;evil()&lt;/script&gt;', '&#60;script&#62;evil()',
  'exp(w)<script>evil()</script>', 'w;evil()', 'w^2+evil()', '1,2\n<img src=x onerror=evil()>,3', '=cmd|evil()', '\u0000<script>evil()</script>', '\u202e<script>evil()</script>', 'ponder:ask', '\ufeff<script>evil()</script>',
];

/** @param {import('./random.js').Random} random @param {number} count */
export function payloads(random, count) {
  return Array.from({ length: count }, () => ({ text: changed(random, random.one(SEEDS)), way: random.below(5040) }));
}

/** @param {import('./random.js').Random} random @param {string} text */
function changed(random, text) {
  const at = random.below(text.length + 1);
  switch (random.below(8)) {
    case 0: return text.slice(0, at) + random.one(['\u0000', '\t', '\n', '/', '"', "'", '<', '&', '\u00ad']) + text.slice(at);
    case 1: return encodeURIComponent(text.toWellFormed());
    case 2: return text.toUpperCase().replaceAll('EVIL', 'evil');
    case 3: return text + random.one(SEEDS);
    case 4: return random.one(SEEDS).slice(0, at) + text;
    case 5: return [...text].map((letter) => (random.below(4) ? letter : `&#${letter.codePointAt(0)};`)).join('');
    case 6: return `"${text}" w=1 ${text}`;
    default: return text;
  }
}
