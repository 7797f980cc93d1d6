import { readFiles } from '/work/main/src/content/files.ts';
import { readExamples } from '/work/main/src/examples.ts';
import { compileLexicon } from '/work/main/src/risk/lexicon.ts';
import { readMessage } from '/work/main/src/risk/read.ts';
import { featuresOf } from '/work/main/src/risk/model/features.ts';
import { train } from '/work/main/src/risk/model/softmax.ts';
import { HEADS } from '/work/main/src/risk/model/model.ts';
const files = readFiles('/work/main'); 
const ex = readExamples('/work/main').parse().examples; console.log(ex.length);
const risk = { concepts: files.concepts.value.concepts, patterns: files.patterns.flatMap(s=>s.value.patterns), words: files.dictionary.value.words, emoji: files.dictionary.value.emoji, idioms: files.dictionary.value.idioms, realWords: files.realWords };
const { lexicon } = compileLexicon(risk as never);
let t = performance.now(); const lap=(n:string)=>{const u=performance.now();console.log(n,Math.round(u-t));t=u};
const texts = ex.map(e=>featuresOf(readMessage(lexicon,e.text).clauses)); lap('features');
const HOW: any = { level: { epochs: 6, rate: 0.2, decay: 1e-3, start: 1e-3, balance: 1 }, topic: { epochs: 4, rate: 0.1, decay: 1e-5, start: 1e-4, balance: 0.3 }, about: { epochs: 4, rate: 0.1, decay: 1e-4, start: 1e-4, balance: 0.3 }, speaker: { epochs: 4, rate: 0.1, decay: 1e-4, start: 1e-4, balance: 0.7 }, variant: { epochs: 5, rate: 0.1, decay: 1e-4, start: 1e-4, balance: 0.5 } };
for (const h of Object.keys(HOW)) { const cl = (HEADS as any)[h]; const s = texts.flatMap((features,n)=>{const label=cl.indexOf((ex[n] as any)[h]); return label<0?[]:[{features,label}]}); train(s, cl.length, h==='level'?20:18, HOW[h]); lap(h); }
