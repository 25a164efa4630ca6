// Sends the files of a draft one by one; what was typed is saved first, so that reading the page anew loses nothing.
const form = document.getElementById('draft');
const area = document.querySelector('[data-upload]');

async function save() {
  const typed = new URLSearchParams(new FormData(form));
  if (!typed.has('number')) {
    return;
  }
  await fetch(form.action, { method: 'POST', body: typed, redirect: 'manual' });
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
      alert.textContent = failure.message || area.dataset.failed;
      alert.hidden = false;
      progress.hidden = true;
      input.disabled = false;
      input.value = '';
    }
  });
}
