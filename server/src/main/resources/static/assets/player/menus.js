// The quality and subtitle menus: one radio list each, opened by a button in the bar.

export function addMenus(player, stream) {
  const quality = addMenu(player, 'quality', {
    entries: () => [{ index: -1, label: player.dataset.textAuto }, ...stream.rungs],
    selected: stream.selected,
    choose: stream.select,
    caption: () => (stream.selected() < 0 ? stream.chosen() || player.dataset.textAuto : labelOf(stream)),
  });
  const subtitles = addMenu(player, 'subtitles', {
    entries: () => [{ index: -1, label: player.dataset.textOff }, ...stream.subtitles()],
    selected: stream.subtitle,
    choose: stream.showSubtitle,
  });
  const refresh = () => {
    quality.refresh(stream.rungs.length > 0);
    subtitles.refresh(stream.subtitles().length > 0);
  };
  stream.onChange(refresh);
  refresh();
}

function labelOf(stream) {
  return stream.rungs.find((rung) => rung.index === stream.selected())?.label ?? '';
}

function addMenu(player, name, { entries, selected, choose, caption }) {
  const button = player.querySelector(`[data-menu="${name}"]`);
  const list = player.querySelector(`#${button.getAttribute('aria-controls')}`);
  const show = (open) => {
    list.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
  };
  const close = () => {
    show(false);
    button.focus();
  };
  const fill = () => {
    list.replaceChildren(...entries().map((entry) => item(entry, entry.index === selected(), () => {
      choose(entry.index);
      close();
      refresh(true);
    })));
  };
  const refresh = (useful) => {
    button.hidden = !useful;
    if (caption) {
      button.textContent = caption();
    }
  };
  button.addEventListener('click', () => {
    const opening = list.hidden;
    player.querySelectorAll('.player-menu').forEach((menu) => {
      menu.hidden = true;
    });
    fill();
    show(opening);
    if (opening) {
      list.querySelector('[aria-checked="true"]')?.focus();
    }
  });
  list.addEventListener('keydown', (event) => moveThrough(event, list, close));
  document.addEventListener('pointerdown', (event) => {
    if (!list.contains(event.target) && !button.contains(event.target)) {
      show(false);
    }
  });
  return { refresh };
}

function item(entry, checked, onClick) {
  const button = document.createElement('button');
  button.type = 'button';
  button.setAttribute('role', 'menuitemradio');
  button.setAttribute('aria-checked', String(checked));
  button.dataset.index = entry.index;
  button.textContent = entry.label;
  button.addEventListener('click', onClick);
  return button;
}

function moveThrough(event, list, close) {
  const items = [...list.children];
  const at = items.indexOf(document.activeElement);
  if (event.key === 'Escape') {
    close();
  } else if (event.key === 'ArrowDown') {
    items[(at + 1) % items.length].focus();
  } else if (event.key === 'ArrowUp') {
    items[(at + items.length - 1) % items.length].focus();
  } else {
    return;
  }
  event.preventDefault();
  event.stopPropagation();
}
