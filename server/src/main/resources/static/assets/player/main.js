// Joins the parts of one player to the markup that the server wrote. The video itself works without any of them.
import { addControls } from './controls.js';
import { addKeyboard } from './keyboard.js';
import { addMenus } from './menus.js';
import { addScrubBar } from './scrub.js';
import { openStream } from './stream.js';

const PROBLEM_TEXTS = { network: 'textNetwork', decode: 'textDecode', unsupported: 'textUnsupported' };

async function start(player) {
  const video = player.querySelector('video');
  const showProblem = (kind, detail) => {
    const box = player.querySelector('.player-problem');
    box.querySelector('p').textContent = player.dataset[PROBLEM_TEXTS[kind]];
    box.querySelector('small').textContent = detail;
    box.hidden = false;
  };
  const actions = addControls(player, video);
  addScrubBar(player, video, player.dataset.thumbnails);
  addKeyboard(player, video, actions);
  const stream = await openStream(video, player.dataset.master, showProblem);
  if (stream) {
    addMenus(player, stream);
  }
}

document.querySelectorAll('[data-master]').forEach(start);
