/** The looks of the launcher. It lives on other people's pages: nothing of theirs reaches in, nothing of ours out. */
export const STYLE = `
:host{all:initial}
*{box-sizing:border-box}
div,section,p{position:fixed;z-index:2147483647;right:16px;bottom:16px;font:650 max(1rem,16px)/1.3 system-ui,sans-serif;color:#16323a}
[hidden]{display:none!important}
button,a{font:inherit;min-height:48px;min-width:48px;padding:0 20px;border:2px solid #0000;border-radius:24px;background:#0b6663;color:#fff;cursor:pointer}
a{display:inline-grid;place-items:center;background:#b4261c;text-decoration:none}
:focus-visible{outline:3px solid #16323a;outline-offset:2px;box-shadow:0 0 0 2px #fff}
section{display:flex;flex-direction:column;width:min(416px,100vw - 32px);height:560px;max-height:calc(100vh - 32px);border:1px solid #5b7a80;border-radius:16px;background:#fbf6ec;overflow:hidden}
section button.hide{flex:none;border-radius:0;background:#16323a;color:#fff}
nav{display:flex;flex-wrap:wrap;gap:8px;padding:8px}
iframe{flex:1;min-height:0;width:100%;border:0}
p{bottom:0;right:auto;left:0;margin:8px;padding:10px 14px;border-radius:12px;background:#16323a;color:#fff}
p:empty{padding:0}
@media (max-width:480px){section{inset:0;width:auto;height:auto!important;max-height:none;border:0;border-radius:0}}
@media (prefers-color-scheme:dark){section{background:#0f1d22}button{background:#84dccb;color:#06302d}:focus-visible{outline-color:#f2ecdf;box-shadow:0 0 0 2px #0f1d22}}
@media (forced-colors:active){button,a,section,p{border:2px solid}}
@media (prefers-reduced-motion:no-preference){section{animation:s .15s}@keyframes s{from{opacity:0}}}
`;
