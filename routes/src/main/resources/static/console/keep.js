// Keeps what somebody types into a form in this tab, so that a session that ended or a page left in haste costs nobody a text.
// It is shown again to the same user only, and forgotten once the form was taken or the user logs out.
const forms = document.querySelectorAll('form[data-keep]');
const MOST_SENT = 8;
const sent = new Map();
const back = new Set();
let loggedOut = false;

export function texts(form) {
  const all = {};
  for (const box of form.elements) {
    if (box.name && box.name !== '_csrf' && box.type !== 'hidden' && box.matches('input, textarea, select') && box.type !== 'search' && box.type !== 'file' && box.type !== 'password') {
      all[box.name] = box.value;
    }
  }
  return all;
}

// The gateway stores a text in one line.
function plain(text) {
  return (text || '').replace(/\s+/g, ' ').trim();
}

// Whether everything that was kept is shown.
function shows(shown, kept) {
  return Object.keys(kept).every(name => plain(shown[name]) === plain(kept[name]));
}

function same(one, other) {
  return shows(one, other) && shows(other, one);
}

function revision(form) {
  return form.elements.revision ? form.elements.revision.value : '';
}

function key(form) {
  return 'kept ' + form.dataset.keep + ' ' + form.getAttribute('action');
}

function aside(form) {
  return key(form) + ' aside';
}

function remember(form) {
  if (!loggedOut) {
    sessionStorage.setItem(key(form), JSON.stringify({ revision: revision(form), texts: texts(form), sent: sent.get(form) || [] }));
  }
}

export function forget(form) {
  sessionStorage.removeItem(key(form));
}

// What is on its way may arrive without an answer: so that it is known again as one's own.
export function sending(form) {
  const now = texts(form);
  sent.set(form, [...(sent.get(form) || []).filter(one => !same(one, now)), now].slice(-MOST_SENT));
  remember(form);
}

export function wasSent(form, shown) {
  return (sent.get(form) || []).some(one => same(one, shown));
}

// Whether it has texts that the gateway did not know of when it wrote the page.
export function isBack(form) {
  return back.has(form);
}

function putBack(form, kept) {
  for (const [name, text] of Object.entries(kept)) {
    const box = form.elements[name];
    if (box && box.value !== undefined && box.value !== text) {
      box.value = text;
      box.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }
}

// What was typed against another revision is put back where that revision is what this tab sent; else it is kept aside.
function restore(form) {
  const stored = sessionStorage.getItem(key(form));
  if (stored === null) {
    return;
  }
  const kept = JSON.parse(stored);
  const shown = texts(form);
  sent.set(form, kept.sent || []);
  if (shows(shown, kept.texts)) {
    forget(form);
  } else if (kept.revision === revision(form) || wasSent(form, shown)) {
    putBack(form, kept.texts);
    remember(form);
    back.add(form);
    const note = document.getElementById('restored');
    if (note) {
      note.hidden = false;
    }
  } else {
    sessionStorage.setItem(aside(form), JSON.stringify(kept.texts));
    forget(form);
  }
}

// Shows what was typed while somebody else changed the same, and puts it in only where that is wanted.
function offer(form) {
  const note = document.getElementById('offered');
  const stored = sessionStorage.getItem(aside(form));
  if (stored === null || !note) {
    return;
  }
  const kept = JSON.parse(stored);
  const shown = texts(form);
  const done = () => {
    sessionStorage.removeItem(aside(form));
    note.hidden = true;
  };
  if (shows(shown, kept)) {
    done();
    return;
  }
  for (const [name, text] of Object.entries(kept)) {
    if (plain(text) !== plain(shown[name])) {
      const line = document.createElement('li');
      const box = form.elements[name];
      const label = box && box.labels && box.labels.length > 0 ? box.labels[0].textContent : name;
      line.textContent = label + ': ' + (box && box.options ? [...box.options].find(one => one.value === text)?.text ?? text : text);
      note.querySelector('ul').append(line);
    }
  }
  note.querySelector('[data-take]').addEventListener('click', () => {
    putBack(form, kept);
    done();
  });
  note.querySelector('[data-drop]').addEventListener('click', done);
  note.hidden = false;
}

for (const form of forms) {
  restore(form);
  form.addEventListener('input', () => remember(form));
  offer(form);
}

// The page of a document says that something was done: what was typed for it is done with.
const path = window.location.pathname;
if (path.split('/').length > 2 && document.querySelector('.note.good:not(.bad)[role=status]')) {
  for (const name of Object.keys(sessionStorage)) {
    if (name.startsWith('kept ') && name.includes(' ' + path + '/')) {
      sessionStorage.removeItem(name);
    }
  }
}

const logout = document.querySelector('form[action$="/logout"]');
if (logout) {
  logout.addEventListener('submit', () => {
    loggedOut = true;
    for (const name of Object.keys(sessionStorage)) {
      if (name.startsWith('kept ')) {
        sessionStorage.removeItem(name);
      }
    }
  });
}

// One press is one act for as long as an answer may take. Whoever stopped the browser may press again: the gateway knows what
// was done already.
const ANSWER_MS = 10000;

function pressed(form, is) {
  form.toggleAttribute('data-sent', is);
  for (const button of form.querySelectorAll('button')) {
    if (is) {
      button.setAttribute('aria-disabled', 'true');
    } else {
      button.removeAttribute('aria-disabled');
    }
  }
}

for (const form of document.querySelectorAll('form[method=post]')) {
  form.addEventListener('submit', event => {
    if (form.hasAttribute('data-sent')) {
      event.preventDefault();
      return;
    }
    setTimeout(() => {
      if (!event.defaultPrevented) {
        pressed(form, true);
        setTimeout(() => pressed(form, false), ANSWER_MS);
      }
    });
  });
}
window.addEventListener('pageshow', event => {
  if (event.persisted) {
    for (const form of document.querySelectorAll('form[data-sent]')) {
      pressed(form, false);
    }
  }
});

// How much room a text still has.
for (const box of document.querySelectorAll('textarea[data-most]')) {
  const count = document.createElement('small');
  count.className = 'hint';
  count.id = box.id + '-left';
  count.setAttribute('role', 'status');
  box.setAttribute('aria-describedby', count.id);
  box.after(count);
  const say = () => {
    const left = Number(box.dataset.most) - box.value.length;
    const text = (left < 0 ? box.dataset.over : box.dataset.left).replace('#', Math.abs(left));
    count.textContent = left < 100 ? text : '';
    count.classList.toggle('over', left < 0);
    box.setCustomValidity(left < 0 ? text : '');
  };
  box.addEventListener('input', say);
  say();
}
