// Chooses every document at once; without it each is chosen by itself.
const all = document.getElementById('choose-all');
if (all) {
  all.hidden = false;
  all.addEventListener('click', () => {
    const boxes = [...document.querySelectorAll('input[name="id"]')];
    const on = boxes.some((box) => !box.checked);
    boxes.forEach((box) => {
      box.checked = on;
    });
  });
}
