// Has the signing program of this machine sign: it fetches the file by one address and returns it by another, each good once. What became of it
// is asked of the gateway, whatever the program says: only that decides.
const EVERY_MS = 1500;
const CONNECT_MS = 8000;
// Who says that it worked has returned the file, or is about to.
const GRACE_MS = 10000;

const form = document.getElementById('desk');
const note = document.getElementById('desk-note');
const detail = document.getElementById('desk-detail');
const sign = document.getElementById('desk-sign');
const cancel = document.getElementById('desk-cancel');

let run = null;

function say(text, bad, more) {
  note.textContent = text;
  note.hidden = !text;
  note.classList.toggle('bad', Boolean(bad));
  detail.textContent = more || '';
  detail.parentElement.hidden = !more;
}

function over(text, more) {
  if (run) {
    clearTimeout(run.timer);
    if (run.socket) {
      run.socket.onclose = null;
      run.socket.close();
    }
    run = null;
  }
  cancel.hidden = true;
  sign.hidden = false;
  sign.textContent = form.dataset.again;
  say(text, true, more);
  sign.focus();
}

function body() {
  const fields = new URLSearchParams(new FormData(form));
  const beside = form.dataset.fields && document.getElementById(form.dataset.fields);
  if (beside) {
    for (const [name, value] of new FormData(beside)) {
      fields.append(name, value);
    }
  }
  return fields;
}

// Never follows to the login: who was logged out is told.
async function ask(path, options) {
  const answer = await fetch(path, { redirect: 'manual', headers: { Accept: 'application/json' }, ...options });
  const json = (answer.headers.get('Content-Type') || '').startsWith('application/json');
  return { ok: answer.ok, told: json ? await answer.json() : null };
}

// How it stands then; '' where that is not known.
async function giveUp(path) {
  try {
    const answer = await ask(path + '/cancel', { method: 'POST', body: new URLSearchParams(new FormData(form)) });
    return answer.told ? answer.told.state : '';
  } catch (failure) {
    // It runs out by itself.
    return '';
  }
}

function lookLater(mine) {
  clearTimeout(mine.timer);
  mine.timer = setTimeout(() => look(mine), EVERY_MS);
}

async function look(mine) {
  let answer = null;
  try {
    answer = await ask(mine.state, { cache: 'no-store' });
  } catch (failure) {
    // The gateway may be back at the next look.
  }
  if (run !== mine) {
    return;
  }
  if (answer && !answer.told) {
    over(form.dataset.lost);
    return;
  }
  const state = answer ? answer.told.state : '';
  if (state === 'RETURNED') {
    window.location.assign(mine.state + '/done');
    return;
  }
  if (answer && answer.told.text) {
    over(answer.told.text, answer.told.detail);
    return;
  }
  cancel.hidden = false;
  if (state === 'FETCHED') {
    say(form.dataset.fetched);
  } else if (state === 'RECEIVING') {
    say(form.dataset.receiving);
  }
  if (mine.ended && (state === 'OPEN' || state === 'FETCHED')) {
    const after = await giveUp(mine.state);
    if (run === mine && after === 'CANCELLED') {
      over(mine.ended);
      return;
    }
  }
  // What came back meanwhile, or is not known yet, the next look tells.
  if (run === mine) {
    lookLater(mine);
  }
}

// The program is done, or gone, without having returned anything: one more look, then it is given up.
function ended(mine, text) {
  if (run === mine && !mine.ended) {
    mine.ended = text;
    lookLater(mine);
  }
}

function heard(mine, text) {
  let said = null;
  try {
    said = JSON.parse(text);
  } catch (failure) {
    return;
  }
  if (said === null || typeof said !== 'object' || said.Status === undefined || said.Status === null) {
    return;
  }
  if (said.Status === 0 || said.Status === true) {
    mine.good = true;
    setTimeout(() => ended(mine, form.dataset.closed), GRACE_MS);
    return;
  }
  ended(mine, said.Message ? form.dataset.said.replace('{0}', () => String(said.Message)) : form.dataset.closed);
}

function connect(mine, told) {
  const origin = window.location.origin;
  const wish = {
    FileUploadHandler: origin + told.giveBack,
    SessionId: '',
    JWTToken: '',
    FileName: origin + told.fetch,
    DocNumber: told.number,
    IssuedDate: told.day,
    MetaData: [],
  };
  let opened = false;
  let socket = null;
  const missing = () => {
    if (run === mine && !opened) {
      if (socket) {
        // A program that comes too late is not asked any more.
        socket.onopen = null;
        socket.onclose = null;
        socket.close();
      }
      ended(mine, form.dataset.noPlugin);
    }
  };
  try {
    socket = new WebSocket(form.dataset.plugin + '/' + told.function);
  } catch (refused) {
    missing();
    return;
  }
  mine.socket = socket;
  setTimeout(missing, CONNECT_MS);
  socket.onopen = () => {
    opened = true;
    say(form.dataset.waiting);
    socket.send(JSON.stringify(wish));
  };
  socket.onmessage = event => heard(mine, event.data);
  socket.onerror = missing;
  socket.onclose = () => {
    if (!opened) {
      missing();
    } else if (!mine.good) {
      ended(mine, form.dataset.closed);
    }
  };
}

form.addEventListener('submit', async event => {
  event.preventDefault();
  if (run) {
    return;
  }
  const mine = { state: '', timer: null, socket: null, ended: '', good: false };
  run = mine;
  sign.hidden = true;
  say(form.dataset.opening);
  let answer = null;
  try {
    answer = await ask(form.action, { method: 'POST', body: body() });
  } catch (failure) {
    over(form.dataset.lost);
    return;
  }
  if (!answer.ok || !answer.told) {
    over(answer.told && answer.told.text ? answer.told.text : form.dataset.lost);
    return;
  }
  mine.state = answer.told.state;
  cancel.hidden = false;
  lookLater(mine);
  connect(mine, answer.told);
});

cancel.addEventListener('click', async () => {
  const mine = run;
  if (mine) {
    await giveUp(mine.state);
    if (run === mine) {
      clearTimeout(mine.timer);
      look(mine);
    }
  }
});

sign.hidden = false;
