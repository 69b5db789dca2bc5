// Runs every recipe in this browser and leaves the hashes, or what went wrong, as the text of the page: the one thing
// that every driver can read.
import { hashes } from './hash.js';

try {
  const { ready, trajectory } = await import(new URL('./ponder.js', location.href).href);
  const samples = await (await fetch('./recipes.json')).json();
  await ready;
  document.body.textContent = JSON.stringify(await hashes(trajectory, samples));
} catch (error) {
  document.body.textContent = String(error);
}
document.title = 'done';
