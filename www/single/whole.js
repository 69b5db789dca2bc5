// The single file as it was before it ran: its page, which is packed too, and its two scripts, which still stand in the document.

/** @returns {Promise<string>} */
export default async function whole() {
  const parts = { LOADER: '#ponder-packed + script', PACKED: '#ponder-packed' };
  const page = new TextDecoder().decode(PONDER_FILES['page.html']);
  return Object.entries(parts).reduce((html, [name, selector]) => html.replace(name, () => document.querySelector(selector)?.textContent ?? ''), page);
}
