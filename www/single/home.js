// One file lies alone: nothing beside it could be pasted into another page.
/** @type {URL | null} */
export default null;
