// The same surface by three.js: a plane of vertices with colours, lit by its renderer.
import * as THREE from 'three';

/** @param {HTMLCanvasElement} canvas @param {import('../support/relief.js').Land} land */
export function three(canvas, { side, heights, colors }) {
  const renderer = new THREE.WebGLRenderer({ canvas });
  const { width, height } = canvas;
  renderer.setSize(width, height, false);
  const scene = new THREE.Scene();
  scene.background = new THREE.Color('#fff');
  const geometry = new THREE.PlaneGeometry(2, 2, side - 1, side - 1);
  const tints = colors.length / 3;
  const paint = new Float32Array(3 * side * side);
  heights.forEach((rise, node) => {
    geometry.attributes.position.setZ(node, rise);
    const tint = Math.floor(rise * (tints - 1));
    for (let part = 0; part < 3; part += 1) paint[3 * node + part] = colors[3 * tint + part] / 255;
  });
  geometry.setAttribute('color', new THREE.BufferAttribute(paint, 3));
  geometry.computeVertexNormals();
  scene.add(new THREE.Mesh(geometry, new THREE.MeshLambertMaterial({ vertexColors: true, side: THREE.DoubleSide })));
  const sun = new THREE.DirectionalLight('#fff', 2);
  sun.position.set(-1, 1, 2);
  scene.add(sun, new THREE.AmbientLight('#fff', 1.5));
  const camera = new THREE.OrthographicCamera(-1.6, 1.6, 1.6 * height / width, -1.6 * height / width, 0.1, 20);
  camera.up.set(0, 0, 1);
  return (/** @type {number} */ yaw, /** @type {number} */ pitch) => {
    camera.position.set(5 * Math.sin(yaw) * Math.cos(pitch), -5 * Math.cos(yaw) * Math.cos(pitch), 5 * Math.sin(pitch) + 0.5);
    camera.lookAt(0, 0, 0.5);
    renderer.render(scene, camera);
    return renderer.getContext();
  };
}
