// Sends the files of a draft one by one; what was typed is saved first, so that reading the page anew loses nothing. Keeps what
// is typed while somebody is at it.
// By the address that the page has it under, which carries a hash: under another it would be loaded twice, and keep twice.
const { forget, isBack, sending, texts, wasSent } = await import(document.getElementById('keep-script').src);

const form = document.getElementById('draft');
const FAILED = 'draft-failed';
const area = document.querySelector('[data-upload]');

const PAUSE_MS = 1500;
const STOPPED_MS = 10000;
const kept = document.getElementById('kept');
let waiting = null;
let keeping = null;
let dirty = false;
let leaving = false;

function say(text) {
  if (kept) {
    kept.textContent = text;
  }
}

function typed() {
  return new URLSearchParams(new FormData(form));
}

// What the draft is beside its fields.
function around(page) {
  return [...page.querySelectorAll('#draft .files .name, #draft .files li > small, #draft #recipients > .chosen li > span')].map(one => one.textContent).join('\n');
}

// The revision that the draft has by now, where it is what this tab sent; then nobody else changed it.
async function ownRevision() {
  const answer = await fetch(window.location.pathname);
  if (!answer.ok || answer.redirected) {
    return null;
  }
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const now = page.getElementById('draft');
  return now && wasSent(form, texts(now)) && around(page) === around(document) ? now.elements.revision.value : null;
}

async function post() {
  sending(form);
  const answer = await fetch(form.dataset.typed, { method: 'POST', body: typed() });
  if (answer.redirected) {
    return 403;
  }
  if (answer.ok) {
    form.elements.revision.value = await answer.text();
  }
  return answer.status;
}

async function sendTyped() {
  const before = new Set();
  let status = await post();
  while (status === 409 && !before.has(form.elements.revision.value)) {
    before.add(form.elements.revision.value);
    const own = await ownRevision();
    if (own === null) {
      break;
    }
    form.elements.revision.value = own;
    status = await post();
  }
  return status;
}

// Answers with 200 where everything typed is kept.
async function keep() {
  clearTimeout(waiting);
  if (keeping) {
    await keeping;
  }
  if (!dirty) {
    return 200;
  }
  dirty = false;
  keeping = sendTyped().catch(() => 0);
  const status = await keeping;
  keeping = null;
  if (status !== 200) {
    dirty = true;
  } else if (!dirty) {
    forget(form);
  }
  say({ 200: kept.dataset.kept, 409: kept.dataset.other, 422: kept.dataset.cut }[status] || kept.dataset.failed);
  return status;
}

if (form.elements.number) {
  form.addEventListener('input', event => {
    if (event.target.name === 'find' || event.target.type === 'file') {
      return;
    }
    event.target.classList.remove('proposed');
    dirty = true;
    clearTimeout(waiting);
    waiting = setTimeout(keep, PAUSE_MS);
  });
  // A button says which revision it was pressed on: what is on its way arrives first.
  form.addEventListener('submit', event => {
    clearTimeout(waiting);
    if (keeping) {
      event.preventDefault();
      keeping.then(() => {
        keeping = null;
        form.requestSubmit(event.submitter);
      });
      return;
    }
    leaving = true;
    if (dirty) {
      sending(form);
    }
    // The browser may be stopped.
    setTimeout(() => {
      leaving = false;
    }, STOPPED_MS);
  });
  // Whoever leaves by the menu has pressed no button.
  window.addEventListener('pagehide', () => {
    if (dirty && !leaving) {
      sending(form);
      navigator.sendBeacon(form.dataset.typed, typed());
    }
  });
  window.addEventListener('pageshow', event => {
    if (event.persisted) {
      window.location.reload();
    }
  });
  if (isBack(form)) {
    dirty = true;
    keep();
  }
}

// What another window was faster with stays in this tab, and is offered when the page is read anew.
async function save() {
  if (!typed().has('number')) {
    return;
  }
  dirty = true;
  const status = await keep();
  if (status !== 200 && status !== 409) {
    throw new Error(status === 422 ? kept.dataset.cut : kept.dataset.failed);
  }
}

function send(file, progress) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', area.dataset.upload + '?name=' + encodeURIComponent(file.name));
    request.setRequestHeader('X-CSRF-TOKEN', form.querySelector('input[name=_csrf]').value);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.upload.onprogress = event => {
      progress.value = event.total > 0 ? event.loaded / event.total : 0;
    };
    request.onload = () => (request.status === 204 ? resolve() : reject(new Error(request.responseText.startsWith('<') ? '' : request.responseText)));
    request.onerror = () => reject(new Error(''));
    request.send(file);
  });
}

if (area) {
  const input = area.querySelector('input[type=file]');
  const progress = area.querySelector('progress');
  const alert = area.querySelector('[role=alert]');
  const failed = sessionStorage.getItem(FAILED);
  if (failed !== null) {
    sessionStorage.removeItem(FAILED);
    alert.textContent = failed;
    alert.hidden = false;
  }
  input.addEventListener('change', async () => {
    alert.hidden = true;
    progress.hidden = false;
    input.disabled = true;
    try {
      await save();
      // A PDF comes first: it is the document itself.
      const files = [...input.files].sort((one, other) => other.name.toLowerCase().endsWith('.pdf') - one.name.toLowerCase().endsWith('.pdf'));
      for (const file of files) {
        await send(file, progress);
      }
      window.location.reload();
    } catch (failure) {
      // The page is read anew all the same: what was stored before the failure is shown, and what is typed next is saved over it.
      sessionStorage.setItem(FAILED, failure.message || area.dataset.failed);
      window.location.reload();
    }
  });
}
