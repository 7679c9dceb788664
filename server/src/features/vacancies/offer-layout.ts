import { territoryName } from '../directory/territory.queries.ts';
import { safe } from './html-text.ts';

const STYLE = `
:root{color-scheme:light dark;--ink:#18233f;--soft:#4a5472;--paper:#f8f5ef;--card:#fffdfa;--line:#e7e0d4;--blue:#2b50bd;--brick:#a93a25}
@media (prefers-color-scheme:dark){:root{--ink:#e9e6df;--soft:#b4bad0;--paper:#10172c;--card:#18213b;--line:#2c3760;--blue:#9db4ff;--brick:#f0957f}}
*{box-sizing:border-box}
body{margin:0;font:17px/1.55 "Atkinson Hyperlegible Next Variable",system-ui,sans-serif;color:var(--ink);background:var(--paper)}
a{color:var(--blue)}
a:focus-visible{outline:3px solid var(--blue);outline-offset:2px;border-radius:3px}
header,main,footer{max-width:46rem;margin:0 auto;padding:0 1.25rem}
header{padding-top:1.4rem;font-size:.95rem;color:var(--soft)}
header b{color:var(--brick)}
main{padding-top:1.2rem;padding-bottom:2.5rem}
h1{font-size:clamp(1.6rem,4.5vw,2.15rem);line-height:1.15;margin:.4rem 0 .3rem;text-wrap:balance;overflow-wrap:break-word}
h2{font-size:1.15rem;margin:1.9rem 0 .4rem}
p,ul{margin:.5rem 0}
li{margin:.2rem 0}
.soft{color:var(--soft)}
.offers{list-style:none;margin:1.4rem 0;padding:0;border:1px solid var(--line);border-radius:10px;background:var(--card)}
.offers li{margin:0;padding:.95rem 1.15rem;border-top:1px solid var(--line)}
.offers li:first-child{border-top:0}
.offers a{font-weight:600;font-size:1.08rem;text-decoration:none;overflow-wrap:anywhere}
.offers a:hover{text-decoration:underline}
dl{display:grid;grid-template-columns:minmax(9rem,auto) 1fr;gap:.5rem 1.3rem;margin:1.3rem 0;padding:1.1rem 1.25rem;border:1px solid var(--line);border-radius:10px;background:var(--card)}
dt{color:var(--soft)}
dd{margin:0;overflow-wrap:anywhere}
.text{overflow-wrap:anywhere}
footer{padding-top:1rem;padding-bottom:2rem;border-top:1px solid var(--line);font-size:.92rem;color:var(--soft)}
@media (max-width:34rem){dl{grid-template-columns:1fr;gap:.1rem}dd{margin-bottom:.6rem}}
@media print{body{background:#fff;color:#000;font-size:11pt}header,footer,.screen{display:none}dl{border-color:#999}}
`;

interface Page {
  title: string;
  /** Its one true address; null for what search engines are to leave alone. */
  canonical: string | null;
  description?: string;
  /** What else stands in the head: data, the feed. */
  head?: string;
  content: string;
}

/** A page for people who are not signed in: whole as the server sends it, without a script. */
export const offerLayout = ({ title, canonical, description, head = '', content }: Page): string => `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${safe(title)}</title>
${canonical ? `<link rel="canonical" href="${safe(canonical)}">` : '<meta name="robots" content="noindex">'}
${description ? `<meta name="description" content="${safe(description)}">` : ''}
<link rel="alternate" type="application/atom+xml" title="Offres d’emploi" href="/offres.atom">
${head}
<style>${STYLE}</style>
</head>
<body>
<header><b>Beffroi</b> · Emplois publics${territoryName() ? ` · ${safe(territoryName() as string)}` : ''}</header>
<main>${content}</main>
<footer>Offres publiées par les communes elles-mêmes. <a href="/offres.atom">Flux Atom</a> · <a href="/emplois">Vous êtes agent du territoire\u00a0? Connectez-vous</a></footer>
</body>
</html>
`;
