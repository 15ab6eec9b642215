// The button beside the link copies it, where the browser lets pages do so.

function addCopy(box) {
  const input = box.querySelector('input');
  const button = box.querySelector('button');
  const label = button.textContent;
  button.hidden = false;
  input.addEventListener('focus', () => input.select());
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(input.value);
      button.textContent = button.dataset.done;
      setTimeout(() => {
        button.textContent = label;
      }, 2000);
    } catch (refused) {
      // Selecting it leaves the copying to the reader.
      input.select();
    }
  });
}

document.querySelectorAll('.share').forEach(addCopy);
