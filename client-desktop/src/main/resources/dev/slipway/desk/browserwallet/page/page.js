// Walks a person through signing and paying with the wallet in this browser. What the desk wants comes from it as one
// state; what the wallet answers goes to it and is checked there. Nothing here decides whether something was paid.

const texts = JSON.parse(document.getElementById('texts').textContent)
const say = (key, ...values) => (texts[key] ?? key).replace(/\{(\d)\}/g, (_, place) => values[place] ?? '')

const now = {
  view: null, // what the desk said last
  ending: null, // why the desk says no more: 'link', 'taken', 'ended'
  wallet: null, // {key, name, icon, provider}
  accounts: [],
  chainId: null,
  busy: null, // the step whose answer the wallet owes
  problems: {}, // what the wallet said to a step
  searched: false,
  looked: false, // that the person has looked into the wallet's activity
}

// The desk -----------------------------------------------------------------------------------------------------------

const kept = window.sessionStorage

/** The link's secret leaves the address bar at once; it and the tab's own secret outlive a reload of this tab only. */
const takeLink = () => {
  const given = location.hash.slice(1)
  if (given) {
    if (given !== kept.getItem('token')) kept.clear()
    kept.setItem('token', given)
    history.replaceState(null, '', location.pathname)
  }
  if (!kept.getItem('tab')) {
    const bytes = crypto.getRandomValues(new Uint8Array(32))
    kept.setItem('tab', Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(''))
  }
}

/** A browser that doubles a tab doubles its secrets too; only one of them gets the lock, and keeps it while it lives. */
const isOnlyOne = () =>
  new Promise((resolve) => {
    navigator.locks
      .request(`slipway-${kept.getItem('tab')}`, { signal: AbortSignal.timeout(2000) }, () => {
        resolve(true)
        return new Promise(() => {})
      })
      .catch(() => resolve(false))
  })

class Ended extends Error {}

const post = async (path, body = {}) => {
  const response = await fetch(path, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'X-Slipway-Token': kept.getItem('token') ?? '',
      'X-Slipway-Tab': kept.getItem('tab'),
    },
    body: JSON.stringify(body),
  })
  const answer = await response.json()
  if (response.ok) return answer
  end(answer.code === 'link' || answer.code === 'taken' ? answer.code : 'ended')
  throw new Ended(answer.code)
}

const tell = async (path, body) => show(await post(path, body))

const end = (why) => {
  now.ending = why
  render()
}

const show = (view) => {
  if (!now.view || view.version >= now.view.version) now.view = view
  render()
  return now.view
}

const pause = (millis) => new Promise((resolve) => setTimeout(resolve, millis))

const listen = async () => {
  for (let failures = 0; !now.ending; ) {
    try {
      await tell('/state', { seen: now.view.version })
      failures = 0
    } catch (error) {
      if (error instanceof Ended) return
      failures += 1
      if (failures > 3) end('ended')
      else await pause(700)
    }
  }
}

// The wallet ---------------------------------------------------------------------------------------------------------

const wallets = new Map()

const found = (key, name, icon, provider) => {
  if (wallets.get(key)?.provider === provider) return
  wallets.set(key, { key, name, icon, provider })
  if (!now.wallet && kept.getItem('wallet') === key) choose(wallets.get(key)).catch(() => {})
  render()
}

/** EIP-6963; a wallet may come late, because some browsers let extensions in only after the page. */
const search = () => {
  window.addEventListener('eip6963:announceProvider', ({ detail }) => {
    const icon = String(detail.info.icon ?? '')
    found(detail.info.rdns ?? detail.info.uuid, String(detail.info.name), icon.startsWith('data:') ? icon : '', detail.provider)
  })
  window.dispatchEvent(new Event('eip6963:requestProvider'))
  const old = () => {
    if (wallets.size === 0 && window.ethereum) found('ethereum', say('wallet.unnamed'), '', window.ethereum)
  }
  window.addEventListener('ethereum#initialized', old)
  setTimeout(() => {
    old()
    now.searched = true
    render()
  }, 1200)
}

const request = (method, params) => now.wallet.provider.request(params ? { method, params } : { method })

const lower = (accounts) => (Array.isArray(accounts) ? accounts : []).map((account) => String(account).toLowerCase())

const refresh = async () => {
  now.accounts = lower(await request('eth_accounts'))
  now.chainId = String(await request('eth_chainId')).toLowerCase()
  render()
}

const heard = new WeakSet()

const choose = async (wallet) => {
  now.wallet = wallet
  if (!heard.has(wallet.provider)) {
    heard.add(wallet.provider)
    for (const event of ['accountsChanged', 'chainChanged', 'disconnect', 'connect']) {
      wallet.provider.on?.(event, () => now.wallet === wallet && refresh().catch(() => {}))
    }
  }
  kept.setItem('wallet', wallet.key)
  await refresh()
}

const account = () => now.view?.wallet.account ?? now.view?.wallet.expected ?? null
const isConnected = () => Boolean(now.wallet && now.view?.wallet.account && now.accounts.includes(now.view.wallet.account))
const isOnNetwork = () => isConnected() && now.chainId === now.view.network.chainId

/** Something to be told to the person, in words of ours. */
class Told extends Error {}

const requireReady = async () => {
  await refresh()
  if (!now.accounts.includes(account())) throw new Told(say('problem.account', now.view.wallet.shown))
  if (now.chainId !== now.view.network.chainId) throw new Told(say('problem.network', now.view.network.name))
}

const words = (error) => {
  if (error instanceof Told) return { text: error.message }
  const text = String(error?.message ?? error).slice(0, 300)
  const key = { 4001: 'refused', '-32002': 'pending', 4100: 'unauthorized', 4900: 'disconnected', 4901: 'disconnected' }[error?.code] ?? 'failed'
  if (/internal accounts/i.test(text)) return { text: say('problem.own-account'), exact: text }
  return { text: say(`problem.${key}`), exact: text, soft: error?.code === 4001 || error?.code === -32002 }
}

/** One action at a time; what goes wrong is told at its step. */
const act = (step, action) => async () => {
  if (now.busy) return
  now.busy = step
  delete now.problems[step]
  render()
  try {
    await action()
  } catch (error) {
    if (!(error instanceof Ended)) now.problems[step] = words(error)
  } finally {
    now.busy = null
    render()
    document.getElementById('status').textContent = now.problems[step]?.text ?? ''
  }
}

const connect = (wallet) =>
  act('wallet', async () => {
    await choose(wallet)
    const given = lower(await request('eth_requestAccounts'))
    await refresh()
    now.accounts = given
    await tell('/connected', { account: given.includes(account()) ? account() : (given[0] ?? ''), wallet: wallet.name })
  })

const isUnknownChain = (error) => error?.code === 4902 || error?.data?.originalError?.code === 4902

const switchNetwork = act('network', async () => {
  const { chainId, parameters, name } = now.view.network
  try {
    await request('wallet_switchEthereumChain', [{ chainId }])
  } catch (error) {
    if (!isUnknownChain(error)) throw error
    if (!parameters) throw new Told(say('problem.network-unknown', name, String(Number(chainId))))
    await request('wallet_addEthereumChain', [parameters])
    await refresh()
    if (now.chainId !== chainId) await request('wallet_switchEthereumChain', [{ chainId }])
  }
  await refresh()
})

const sign = act('sign', async () => {
  await requireReady()
  const signature = await request('eth_signTypedData_v4', [account(), now.view.sign.typedData])
  await tell('/signed', { signature: String(signature) })
})

// Answers after which surely nothing was sent; after any other the chain is searched before it is offered again.
const NOTHING_SENT = new Set([4001, 4100, 4200, -32002, -32601, -32602])

const pay = act('pay', async () => {
  await requireReady()
  const { view, transaction } = await post('/payment/ask')
  show(view)
  if (!transaction) return
  let hash
  try {
    await requireReady()
    hash = String(await request('eth_sendTransaction', [transaction]))
    kept.setItem('hash', hash)
  } catch (error) {
    await tell(error instanceof Told || NOTHING_SENT.has(error?.code) ? '/payment/refused' : '/payment/unclear')
    throw error
  }
  await tell('/payment/sent', { hash })
  kept.removeItem('hash')
})

const again = act('pay', async () => {
  now.looked = false
  await tell('/payment/again')
})

// The page -----------------------------------------------------------------------------------------------------------

const make = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties)
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false))
  return element
}

const note = (tone, text, exact) => {
  const sign = { bad: say('tone.bad'), warn: say('tone.warn'), good: say('tone.good') }[tone]
  return make('div', { className: `note ${tone}` },
    make('p', {}, sign ? make('b', {}, `${sign} `) : null, text),
    exact ? make('p', { className: 'exact' }, say('wallet.says', now.wallet?.name ?? ''), ' ', exact) : null)
}

const problem = (step, ofDesk) => [
  ofDesk ? note('bad', ofDesk) : null,
  now.problems[step] ? note(now.problems[step].soft ? 'warn' : 'bad', now.problems[step].text, now.problems[step].exact) : null,
]

const button = (id, label, action, { primary = true, icon = '', off = false } = {}) =>
  make('button', { id, type: 'button', className: primary ? 'primary' : '', disabled: off || now.busy !== null, onclick: action },
    icon ? make('img', { src: icon, alt: '' }) : null, label)

const facts = (list) =>
  make('dl', {}, list.map(({ label, value, meaning }) =>
    make('div', {}, make('dt', {}, label), make('dd', { className: value.startsWith('0x') ? 'hex' : '' }, value),
      meaning ? make('dd', { className: 'meaning' }, meaning) : null)))

const exactly = (id, text) =>
  make('details', { id }, make('summary', {}, say('sign.exact')), make('pre', {}, JSON.stringify(JSON.parse(text), null, 2)))

const walletWish = () => {
  if (wallets.size === 0) return now.searched ? say('wallet.none') : say('wallet.searching')
  return account() ? say('wallet.again', now.view.wallet.shown) : say('wallet.choose')
}

const walletStep = () => {
  if (isConnected()) return { state: 'done', line: `${now.wallet.name} · ${now.view.wallet.shown}` }
  const list = [...wallets.values()]
  const body = [make('p', {}, walletWish())]
  if (list.length === 0 && now.searched) body.push(make('div', { className: 'actions' }, button('reload', say('reload'), () => location.reload())))
  if (list.length) {
    body.push(make('div', { className: 'actions' }, list.map((wallet, place) =>
      button(`wallet-${place}`, say('wallet.connect', wallet.name), connect(wallet), { icon: wallet.icon, primary: list.length === 1 }))))
  }
  return { state: 'now', body: [...body, now.busy === 'wallet' ? note('', say('wallet.waiting')) : null, problem('wallet', now.view.wallet.problem)] }
}

const networkStep = () => {
  const { name, chainId } = now.view.network
  const line = `${name} (${Number(chainId)})`
  if (isOnNetwork()) return { state: 'done', line }
  if (!isConnected()) return { state: 'later', line }
  return { state: 'now', line, body: [
    make('p', {}, say('network.wrong', name)),
    make('div', { className: 'actions' }, button('switch', say('network.switch', name), switchNetwork)),
    now.busy === 'network' ? note('', say('wallet.waiting')) : null, problem('network')] }
}

const signStep = () => {
  const order = now.view.sign
  if (order?.done || (!order && now.view.pay)) return { state: 'done', line: say('sign.done') }
  if (!isOnNetwork()) return { state: 'later' }
  if (!order) return { state: 'now', body: [make('p', {}, say('sign.preparing'))] }
  return { state: 'now', body: [
    make('p', {}, say('sign.meaning')), facts(order.facts), exactly('exact', order.typedData),
    make('div', { className: 'actions' }, button('sign', say('sign.button', now.wallet.name), sign)),
    now.busy === 'sign' ? note('', say('wallet.waiting')) : null, problem('sign', order.problem)] }
}

const unclear = ({ look }) => {
  const box = make('input', { id: 'looked', type: 'checkbox', checked: now.looked, onchange: (event) => { now.looked = event.target.checked; render() } })
  return [
    note('warn', say('pay.unclear')), note('', say(`pay.look.${look}`)),
    look === 'absent' ? make('label', { className: 'check' }, box, make('span', {}, say('pay.looked'))) : null,
    look === 'absent' ? make('div', { className: 'actions' }, button('again', say('pay.again'), again, { primary: false, off: !now.looked })) : null]
}

/** What lets a token be taken is followed by the payment. */
const isPaid = (order) => order?.stage === 'paid' && order.purpose === 'payment'

const payStep = () => {
  const order = now.view.pay
  if (isPaid(order)) return { state: 'done', line: say('pay.done', order.hash) }
  if (!order) return { state: now.view.sign?.done ? 'now' : 'later', body: now.view.sign?.done ? [make('p', {}, say('pay.preparing'))] : [] }
  const isAllowance = order.purpose === 'allowance'
  const body = [make('p', {}, isAllowance ? say('allow.meaning') : say('pay.meaning')), facts(order.facts)]
  if (order.stage === 'paid') return { state: 'now', body: [...body, note('', say('allow.done', order.hash))] }
  if (order.stage === 'offered' && !isOnNetwork()) return { state: 'later', body: [...body, ...problem('pay', order.problem)] }
  if (order.stage === 'offered') body.push(make('div', { className: 'actions' }, button('pay', isAllowance ? say('allow.button', order.facts[1].value) : say('pay.button', order.facts[1].value), pay)))
  if (order.stage === 'asked') body.push(note('', say('wallet.waiting')))
  if (order.stage === 'claimed') body.push(note('', say('pay.claimed', order.hash)))
  body.push(...problem('pay', order.problem))
  if (order.stage === 'unclear' || (order.stage === 'claimed' && order.look === 'absent')) body.push(...unclear(order))
  return { state: 'now', body }
}

const stepElement = (key, place, { state, line, body = [] }) =>
  make('li', { className: `step ${state}`, id: `step-${key}` },
    make('span', { className: 'mark', ariaHidden: 'true' }, state === 'done' ? '✓' : String(place + 1)),
    make('div', {}, make('h2', {}, say(`step.${key}`), make('span', { className: 'sr-only' }, ` ${say(`state.${state}`)}`)),
      line ? make('p', { className: 'state' }, line) : null,
      body.length ? make('div', { className: 'body' }, ...body.flat()) : null))

/** Puts the new one in the old one's place where it differs; a button that somebody is pressing stays what it is. */
const exchange = (old, fresh) => {
  if (old.outerHTML === fresh.outerHTML) return
  const focused = old.contains(document.activeElement) ? document.activeElement.id : ''
  const unfolded = [...old.querySelectorAll('details[open]')].map(({ id }) => id)
  for (const { id } of fresh.querySelectorAll('details')) fresh.querySelector(`#${id}`).open = unfolded.includes(id)
  if (old.outerHTML === fresh.outerHTML) return
  old.replaceWith(fresh)
  if (focused) document.getElementById(focused)?.focus()
}

const render = () => {
  const isDone = isPaid(now.view?.pay)
  const isOver = now.ending && !isDone
  const lead = isDone ? note('good', say('done')) : isOver ? note('bad', say(`over.${now.ending}`)) : say('lead')
  const steps = isOver || !now.view ? [] : [['wallet', walletStep], ['network', networkStep], ['sign', signStep], ['pay', payStep]]
  exchange(document.getElementById('lead'), make('div', { className: 'lead', id: 'lead' }, lead))
  const list = document.getElementById('steps')
  while (list.children.length > steps.length) list.lastElementChild.remove()
  steps.forEach(([key, step], place) => {
    const content = step()
    const fresh = stepElement(key, place, isDone && content.state !== 'done' ? { state: 'done' } : content)
    if (list.children[place]) exchange(list.children[place], fresh)
    else list.append(fresh)
  })
}

const begin = async () => {
  // A new link in this very tab changes the fragment only, and browsers load nothing for that.
  window.addEventListener('hashchange', () => location.hash && location.reload())
  takeLink()
  if (!kept.getItem('token')) return end('link')
  if (!(await isOnlyOne())) return end('taken')
  try {
    await tell('/session')
    const hash = kept.getItem('hash')
    if (hash && now.view.pay?.stage === 'unclear') await tell('/payment/sent', { hash })
    kept.removeItem('hash')
  } catch (error) {
    return error instanceof Ended ? undefined : end('ended')
  }
  search()
  render()
  await listen()
}

await begin()
