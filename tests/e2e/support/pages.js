// Every page of the site, found as a reader finds them: by following links from the cover.
import { site } from './page.js';

/** What the pages are written in, by their addresses below the site's, the cover's being ''. @type {Map<string, string>} */
export const sources = new Map();

/** The addresses. */
export const pages = await crawl();

async function crawl() {
  const found = new Set(['']);
  for (const path of found) {
    const answer = await fetch(site + path);
    if (!answer.headers.get('content-type')?.startsWith('text/html')) {
      found.delete(path);
      continue;
    }
    const source = await answer.text();
    sources.set(path, source);
    // What is there to be saved is no page of the site.
    for (const [tag, link] of source.matchAll(/<a\b[^>]*\shref="([^"#]+)[^>]*>/g)) {
      if (/\sdownload\b/.test(tag)) continue;
      const address = new URL(link.replaceAll('&amp;', '&'), site + path).href;
      if (address.startsWith(site)) found.add(address.slice(site.length).replace(/(^|\/)index\.html$/, '$1'));
    }
  }
  return [...found];
}
