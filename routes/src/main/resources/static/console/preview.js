// Shows a PDF on canvases. pdf.js draws; nothing that the file carries is run, and no file leaves this page's origin.
import * as pdfjs from '/webjars/pdfjs-dist/5.4.624/build/pdf.min.mjs';

const BASE = '/webjars/pdfjs-dist/5.4.624/';
const MOST_PAGES = 40;
const LARGEST_PIXELS = 4_000_000;

pdfjs.GlobalWorkerOptions.workerSrc = BASE + 'build/pdf.worker.min.mjs';

const place = document.getElementById('preview');
let open = null;

async function draw(page, canvas) {
  const unscaled = page.getViewport({ scale: 1 });
  const width = Math.min(place.clientWidth - 2, 900);
  const wanted = (width / unscaled.width) * Math.min(window.devicePixelRatio || 1, 2);
  const most = Math.sqrt(LARGEST_PIXELS / (unscaled.width * unscaled.height));
  const viewport = page.getViewport({ scale: Math.min(wanted, most) });
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  await page.render({ canvas, viewport }).promise;
  page.cleanup();
}

function say(text) {
  const note = document.createElement('p');
  note.className = 'hint';
  note.textContent = text;
  place.replaceChildren(note);
}

async function show(address) {
  if (open) {
    await open.destroy();
  }
  place.hidden = false;
  say(place.dataset.loading);
  const task = pdfjs.getDocument({
    url: address,
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
  });
  open = task;
  try {
    const document_ = await task.promise;
    place.replaceChildren();
    const pages = Math.min(document_.numPages, MOST_PAGES);
    for (let number = 1; number <= pages && open === task; number++) {
      const canvas = document.createElement('canvas');
      canvas.setAttribute('role', 'img');
      canvas.setAttribute('aria-label', number + ' / ' + document_.numPages);
      place.append(canvas);
      await draw(await document_.getPage(number), canvas);
    }
    if (document_.numPages > pages) {
      const rest = document.createElement('p');
      rest.className = 'hint';
      rest.textContent = place.dataset.more;
      place.append(rest);
    }
    place.dataset.shown = address;
  } catch (failure) {
    if (open === task) {
      say(place.dataset.failed);
    }
  }
}

const buttons = [...document.querySelectorAll('button[data-show]')];
for (const button of buttons) {
  button.hidden = false;
  button.addEventListener('click', () => {
    show(button.dataset.show);
    place.scrollIntoView({ block: 'nearest' });
  });
}
if (buttons.length > 0) {
  show(buttons[0].dataset.show);
}
