// What anywidget wants of a widget's module.

export interface Model {
  get(name: string): unknown;
  set(name: string, value: unknown): void;
  save_changes(): void;
  on(name: string, listener: () => void): void;
  off(name: string, listener: () => void): void;
}

declare const widget: { render(given: { model: Model; el: HTMLElement }): () => void };
export default widget;
