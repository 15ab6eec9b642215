// A wallet as an extension puts it into every page (EIP-1193, announced by EIP-6963). What it answers is decided by the
// test, which outlives the page: globalThis.slipwayTestWallet(text) → text.
(() => {
  const listeners = new Map()
  const emit = (event, value) => (listeners.get(event) ?? []).forEach((listener) => listener(value))
  const provider = {
    on: (event, listener) => listeners.set(event, [...(listeners.get(event) ?? []), listener]),
    request: async ({ method, params = [] }) => {
      const answer = JSON.parse(await globalThis.slipwayTestWallet(JSON.stringify({ method, params })))
      if (answer.silent) return new Promise(() => {})
      if (answer.changed) emit('chainChanged', answer.changed)
      if (answer.error) throw Object.assign(new Error(answer.error.message), answer.error)
      return answer.result
    },
  }
  const icon = 'data:image/svg+xml,' + encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><rect width="8" height="8" fill="#7A4DD8"/></svg>')
  const info = Object.freeze({ uuid: '350670db-19fa-4704-a166-e52e178b59d2', name: 'Test wallet', icon, rdns: 'dev.slipway.test' })
  const announce = () =>
    window.dispatchEvent(new CustomEvent('eip6963:announceProvider', { detail: Object.freeze({ info, provider }) }))
  window.addEventListener('eip6963:requestProvider', announce)
  announce()
})()
