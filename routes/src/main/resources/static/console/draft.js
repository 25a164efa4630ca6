// Sends the files of a draft one by one; what was typed is saved first, so that reading the page anew loses nothing.
const form = document.getElementById('draft');
const FAILED = 'draft-failed';
const area = document.querySelector('[data-upload]');

async function save() {
  const typed = new URLSearchParams(new FormData(form));
  if (!typed.has('number')) {
    return;
  }
  const answer = await fetch(form.action, { method: 'POST', body: typed, redirect: 'manual' });
  if (answer.type !== 'opaqueredirect' && !answer.ok) {
    throw new Error('');
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
