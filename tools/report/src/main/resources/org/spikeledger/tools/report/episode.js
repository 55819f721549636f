// Replays an episode. Data by step lies as Base64 in the page: observations, values, rewards, actions,
// then one grid of spike counts a layer. Nothing is loaded, nothing is sent.
'use strict';
const byId = (id) => document.getElementById(id);
const player = byId('player');
const said = player.dataset;
const steps = Number(said.steps);
const actions = Number(said.actions);

const bytesOf = (id) => Uint8Array.from(atob(byId(id).textContent), (c) => c.charCodeAt(0));
const floatsOf = (id) => new Float32Array(bytesOf(id).buffer);

const values = floatsOf('values');
const rewards = floatsOf('rewards');
const taken = new Uint16Array(bytesOf('actions').buffer);
const isMap = said.rows > 0;
const seen = isMap ? null : floatsOf('observations');
const observed = isMap ? 0 : seen.length / steps;
const runs = isMap ? bytesOf('observations') : null;
const rewardSoFar = rewards.reduce((sums, r) => [...sums, (sums.at(-1) || 0) + r], []);

// Where each frame's runs begin.
const frameStarts = [];
if (isMap) {
  const pixels = said.rows * said.columns;
  for (let at = 0, filled = pixels; at < runs.length; at += 2) {
    if (filled === pixels) {
      frameStarts.push(at);
      filled = 0;
    }
    filled += runs[at + 1];
  }
}

const layers = [...document.querySelectorAll('.layer')].map((figure, i) => {
  const counts = bytesOf('layer' + i);
  const grid = figure.querySelector('.cells');
  const cells = grid.width * grid.height;
  const totals = Array.from({length: steps}, (_, s) => {
    let total = 0;
    for (let c = s * cells; c < (s + 1) * cells; c++) total += counts[c];
    return total;
  });
  const bright = counts.reduce((a, b) => Math.max(a, b), 1);
  return {figure, counts, grid, cells, totals, bright, trend: figure.querySelector('.trend')};
});

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const rgb = (hex) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16));

function sharp(canvas, height) {
  const width = canvas.clientWidth || 300;
  const ratio = window.devicePixelRatio || 1;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  canvas.style.height = height + 'px';
  const pen = canvas.getContext('2d');
  pen.scale(ratio, ratio);
  return {pen, width, height};
}

function drawFrame(step) {
  const world = byId('world');
  const pen = world.getContext('2d');
  const image = pen.createImageData(world.width, world.height);
  for (let at = frameStarts[step], pixel = 0; pixel < image.width * image.height; at += 2) {
    for (let n = runs[at + 1]; n > 0; n--, pixel++) {
      image.data.set([runs[at], runs[at], runs[at], 255], 4 * pixel);
    }
  }
  pen.putImageData(image, 0, 0);
}

function drawCart(step) {
  const {pen, width, height} = sharp(byId('world'), 240);
  const position = seen[step * observed];
  const angle = seen[step * observed + (observed === 4 ? 2 : 1)];
  const metre = width / 5.4;
  const x = width / 2 + position * metre;
  const rail = height - 40;
  pen.strokeStyle = colour('--line');
  pen.lineWidth = 2;
  pen.beginPath();
  pen.moveTo(width / 2 - 2.4 * metre, rail);
  pen.lineTo(width / 2 + 2.4 * metre, rail);
  for (const end of [-2.4, 2.4]) {
    pen.moveTo(width / 2 + end * metre, rail - 8);
    pen.lineTo(width / 2 + end * metre, rail + 8);
  }
  pen.stroke();
  pen.fillStyle = colour('--hue0');
  pen.fillRect(x - 26, rail - 22, 52, 22);
  const length = Math.min(height - 90, 2.2 * metre);
  pen.strokeStyle = colour('--hue1');
  pen.lineWidth = 8;
  pen.lineCap = 'round';
  pen.beginPath();
  pen.moveTo(x, rail - 22);
  pen.lineTo(x + length * Math.sin(angle), rail - 22 - length * Math.cos(angle));
  pen.stroke();
  pen.fillStyle = colour('--soft');
  pen.font = '12px system-ui';
  pen.textAlign = 'center';
  const push = taken[step] === 1 ? '→' : '←';
  pen.fillText(`pushes ${push}`, x, rail + 20);
}

const reaches = [];
for (let i = 0; i < observed; i++) {
  let reach = 1e-9;
  for (let s = 0; s < steps; s++) reach = Math.max(reach, Math.abs(seen[s * observed + i]));
  reaches.push(reach);
}

function drawNumbers(step) {
  const {pen, width, height} = sharp(byId('world'), Math.min(360, 16 + 20 * observed));
  const row = (height - 16) / observed;
  pen.fillStyle = colour('--hue0');
  for (let i = 0; i < observed; i++) {
    const share = seen[step * observed + i] / reaches[i];
    const length = (share * (width - 20)) / 2;
    const from = width / 2 + Math.min(0, length);
    pen.fillRect(from, 8 + row * i, Math.abs(length), Math.max(1, row - 4));
  }
  pen.fillStyle = colour('--line');
  pen.fillRect(width / 2, 0, 1, height);
}

function drawWorld(step) {
  if (isMap) drawFrame(step);
  else if (said.drawing === 'cart') drawCart(step);
  else drawNumbers(step);
}

function drawCells(layer, step) {
  const pen = layer.grid.getContext('2d');
  const image = pen.createImageData(layer.grid.width, layer.grid.height);
  const from = rgb(colour('--raised'));
  const to = rgb(colour('--graded'));
  for (let c = 0; c < layer.cells; c++) {
    const share = Math.sqrt(layer.counts[step * layer.cells + c] / layer.bright);
    for (let i = 0; i < 3; i++) image.data[4 * c + i] = from[i] + share * (to[i] - from[i]);
    image.data[4 * c + 3] = 255;
  }
  pen.putImageData(image, 0, 0);
}

function drawTrend(layer, step) {
  const {pen, width, height} = sharp(layer.trend, 36);
  const most = layer.totals.reduce((a, b) => Math.max(a, b), 1);
  pen.strokeStyle = colour('--soft');
  pen.beginPath();
  for (let x = 0; x < width; x++) {
    const total = layer.totals[Math.min(steps - 1, Math.floor((x * steps) / width))];
    pen.lineTo(x, height - 1 - ((height - 4) * total) / most);
  }
  pen.stroke();
  pen.fillStyle = colour('--graded');
  pen.fillRect((step * width) / steps, 0, 2, height);
}

function tellValues(step) {
  const of = [...values.slice(step * actions, (step + 1) * actions)];
  const low = Math.min(0, ...of);
  const high = Math.max(1e-9, ...of);
  document.querySelectorAll('.choice').forEach((row, action) => {
    row.classList.toggle('taken', taken[step] === action);
    row.querySelector('progress').value = (of[action] - low) / (high - low);
    row.querySelector('.value').textContent = of[action].toPrecision(4);
  });
}

const slider = byId('step');
function show() {
  const step = Number(slider.value);
  drawWorld(step);
  tellValues(step);
  layers.forEach((layer) => {
    drawCells(layer, step);
    drawTrend(layer, step);
    layer.figure.querySelector('.count').textContent = `${layer.totals[step]} spikes in this step`;
  });
  byId('at').textContent = `step ${step + 1} of ${said.all}`;
  byId('reward').textContent = `reward so far ${+rewardSoFar[step].toFixed(2)}`;
}

let timer = null;
function pause() {
  clearInterval(timer);
  timer = null;
  byId('play').textContent = 'Play';
}

function play() {
  if (Number(slider.value) === steps - 1) slider.value = 0;
  byId('play').textContent = 'Pause';
  timer = setInterval(() => {
    slider.value = Number(slider.value) + 1;
    show();
    if (Number(slider.value) === steps - 1) pause();
  }, 1000 / Number(byId('speed').value));
}

byId('play').addEventListener('click', () => (timer === null ? play() : pause()));
byId('speed').addEventListener('change', () => {
  if (timer !== null) {
    pause();
    play();
  }
});
slider.addEventListener('input', show);
window.addEventListener('resize', show);
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', show);
const asked = Number(location.hash.slice(1));
if (asked > 0) slider.value = asked - 1;
show();
