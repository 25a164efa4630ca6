// Shows the page that is stamped or sealed with a frame where the form will stand. The fields and the frame follow each other: by click, by
// drag, by arrow keys on the frame, by typing. pdf.js draws; nothing that the file carries is run.
import * as pdfjs from '/webjars/pdfjs-dist/5.4.624/build/pdf.min.mjs';

const BASE = '/webjars/pdfjs-dist/5.4.624/';
const LARGEST_PIXELS = 4_000_000;
const MM_PER_POINT = 25.4 / 72;

pdfjs.GlobalWorkerOptions.workerSrc = BASE + 'build/pdf.worker.min.mjs';

const sheet = document.getElementById('sheet');
const note = sheet.querySelector('[role=status]');
const holder = sheet.querySelector('.page');
const canvas = holder.querySelector('canvas');
const frame = holder.querySelector('.frame');
const fixed = sheet.dataset.fixed === 'true';
const form = fixed ? null : document.getElementById('spot');
const fields = form && form.elements.left ? form.elements : null;

let loaded = null;
let shown = { number: 0, widthMm: 1, heightMm: 1 };

const number = (text, otherwise) => {
  const value = parseFloat(String(text).replace(',', '.'));
  return Number.isFinite(value) ? value : otherwise;
};
const place = {
  page: number(sheet.dataset.page, 1),
  left: number(sheet.dataset.left, 0),
  top: number(sheet.dataset.top, 0),
  width: number(sheet.dataset.width, 50),
  height: number(sheet.dataset.height, 30),
};
const within = (value, most) => Math.max(0, Math.min(value, Math.max(0, most)));

// Sizes are set one by one from here: the page's policy lets no style stand in the text.
function drawFrame() {
  const left = within(place.left, shown.widthMm - place.width);
  const top = within(place.top, shown.heightMm - place.height);
  frame.style.left = (left / shown.widthMm) * 100 + '%';
  frame.style.top = (top / shown.heightMm) * 100 + '%';
  frame.style.width = (place.width / shown.widthMm) * 100 + '%';
  frame.style.height = (place.height / shown.heightMm) * 100 + '%';
  const perMm = canvas.clientWidth / shown.widthMm;
  const lines = Math.max(2.5, frame.children.length + 0.5);
  frame.style.fontSize = Math.max(4, Math.min(perMm * 4, ((place.height * perMm) / lines) * 0.7)) + 'px';
  frame.setAttribute('aria-valuetext', left.toFixed(1) + ' mm, ' + top.toFixed(1) + ' mm');
  sheet.dataset.at = left.toFixed(1) + ' ' + top.toFixed(1);
}

async function drawPage(wanted) {
  const page = await loaded.getPage(Math.max(1, Math.min(wanted, loaded.numPages)));
  const unscaled = page.getViewport({ scale: 1 });
  const width = Math.min(sheet.clientWidth - 2, 760);
  const scale = (width / unscaled.width) * Math.min(window.devicePixelRatio || 1, 2);
  const most = Math.sqrt(LARGEST_PIXELS / (unscaled.width * unscaled.height));
  const viewport = page.getViewport({ scale: Math.min(scale, most) });
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  holder.hidden = false;
  await page.render({ canvas, viewport }).promise;
  page.cleanup();
  shown = { number: page.pageNumber, widthMm: unscaled.width * MM_PER_POINT, heightMm: unscaled.height * MM_PER_POINT };
  drawFrame();
  note.hidden = true;
  sheet.dataset.shown = String(page.pageNumber);
}

function move(left, top) {
  place.left = within(left, shown.widthMm - place.width);
  place.top = within(top, shown.heightMm - place.height);
  fields.left.value = place.left.toFixed(1);
  fields.top.value = place.top.toFixed(1);
  drawFrame();
}

function centreAt(event) {
  const box = canvas.getBoundingClientRect();
  const x = ((event.clientX - box.left) / box.width) * shown.widthMm;
  const y = ((event.clientY - box.top) / box.height) * shown.heightMm;
  move(x - place.width / 2, y - place.height / 2);
}

function byHand() {
  let drags = false;
  canvas.addEventListener('click', centreAt);
  frame.addEventListener('pointerdown', event => {
    drags = true;
    frame.setPointerCapture(event.pointerId);
  });
  frame.addEventListener('pointermove', event => {
    if (drags) {
      centreAt(event);
    }
  });
  frame.addEventListener('pointerup', () => {
    drags = false;
  });
  frame.addEventListener('keydown', event => {
    const step = event.shiftKey ? 10 : 1;
    const way = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[event.key];
    if (way) {
      event.preventDefault();
      move(place.left + way[0], place.top + way[1]);
    }
  });
  for (const name of ['left', 'top']) {
    fields[name].addEventListener('input', () => {
      place[name] = number(fields[name].value, place[name]);
      drawFrame();
    });
  }
  fields.page.addEventListener('change', () => {
    place.page = Math.round(within(number(fields.page.value, 1), loaded.numPages)) || 1;
    fields.page.value = String(place.page);
    drawPage(place.page);
  });
}

async function show() {
  try {
    loaded = await pdfjs.getDocument({
      url: sheet.dataset.pdf,
      enableXfa: false,
      stopAtErrors: false,
      maxImageSize: 4 * LARGEST_PIXELS,
      useWasm: false,
      wasmUrl: BASE + 'wasm/',
      cMapUrl: BASE + 'cmaps/',
      standardFontDataUrl: BASE + 'standard_fonts/',
      disableRange: true,
      disableStream: true,
      disableAutoFetch: true,
    }).promise;
    await drawPage(place.page);
    if (fields) {
      byHand();
    }
    window.addEventListener('resize', drawFrame);
  } catch (failure) {
    note.hidden = false;
    note.textContent = sheet.dataset.failed;
  }
}

show();
