// The page for what is not there is shown at any depth, so that its links start at the root; which is where the site lies.

/** @param {string} html with links that start at `/` @param {string} base where the site will be, such as `/course/` */
export const rooted = (html, base) => html.replace(/(?<= href=")\//g, () => base);
