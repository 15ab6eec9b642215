// Sends what a viewer or a rights holder writes. What they typed stays until the server has it.

const PROBLEMS = { 0: 'network', 404: 'gone', 429: 'many' };

function lineOf(field) {
  return document.getElementById(field.getAttribute('aria-describedby'));
}

function tell(field, text) {
  field.setAttribute('aria-invalid', String(text !== ''));
  lineOf(field).textContent = text;
}

function isMissing(field) {
  return field.required && (field.type === 'checkbox' ? !field.checked : field.value.trim() === '');
}

function fieldsOf(form) {
  return [...form.elements].filter((field) => field.name);
}

/** Says beside each field that is missing what is expected there, and goes to the first. */
function isWhole(form) {
  const fields = fieldsOf(form);
  fields.forEach((field) => tell(field, isMissing(field) ? field.dataset.missing ?? field.dataset.wrong : ''));
  fields.find(isMissing)?.focus();
  return !fields.some(isMissing);
}

function written(form) {
  return Object.fromEntries(fieldsOf(form)
    .map((field) => [field.name, field.type === 'checkbox' ? field.checked : field.value.trim()])
    .filter(([, value]) => value !== ''));
}

function showRefusal(form, status, problem) {
  const refused = (problem.violations ?? [])
    .map((violation) => fieldsOf(form).find((field) => field.name === violation.field))
    .filter(Boolean);
  refused.forEach((field) => tell(field, field.dataset.wrong ?? field.dataset.missing));
  refused[0]?.focus();
  form.querySelector('.write-problem').textContent = refused.length > 0
    ? ''
    : form.dataset[PROBLEMS[status] ?? 'failed'];
}

async function send(form) {
  const reply = await fetch(form.dataset.to, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(written(form)),
  });
  if (!reply.ok) {
    showRefusal(form, reply.status, await reply.json().catch(() => ({})));
    return;
  }
  const thanks = document.querySelector('.thanks');
  document.querySelectorAll('.write > .panel').forEach((panel) => panel.remove());
  thanks.hidden = false;
  thanks.querySelector('h2').focus();
}

document.querySelectorAll('form[data-to]').forEach((form) => {
  const button = form.querySelector('[type="submit"]');
  // What was wrong is no longer what stands there.
  form.addEventListener('input', (event) => tell(event.target, ''));
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    form.querySelector('.write-problem').textContent = '';
    if (button.disabled || !isWhole(form)) {
      return;
    }
    button.disabled = true;
    try {
      await send(form);
    } catch (noAnswer) {
      showRefusal(form, 0, {});
    } finally {
      button.disabled = false;
    }
  });
});

if (location.hash === '#notice') {
  document.getElementById('notice').open = true;
}
