// Where this copy of Ponder lies. The single file has a module of its own in this one's place: beside it lies nothing.
/** @type {URL | null} */
export default new URL('.', import.meta.url);
