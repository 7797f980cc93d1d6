import { launchBrowser } from './browser.ts';
import { buildService } from './journeys/service.ts';
import { writeFileSync } from 'node:fs';
const service = await buildService(); await service.start();
const browser = await launchBrowser();
try {
await new Promise(r=>setTimeout(r,300));
const link = /editor +(http\S+)/.exec(service.printed)![1]!;
const ctx = await browser.newContext({viewport:{width:1280,height:900},colorScheme:'light'}); const page = await ctx.newPage();
page.on('console',m=>console.log('console',m.type(),m.text().slice(0,300))); page.on('pageerror',e=>console.log('pageerror',String(e).slice(0,500)));
await page.goto(link); await page.click('button'); const t=Date.now();
await page.waitForSelector('nav',{timeout:15000}).catch(e=>console.log('no nav'));
console.log('open ms', Date.now()-t);
await page.waitForTimeout(3000);
writeFileSync('/tmp/work/me/home.png', await page.screenshot());
for (const to of process.argv.slice(2)) { await page.evaluate((h)=>{location.hash=h},to); await page.waitForTimeout(2500); writeFileSync(`/tmp/work/me/${to.replaceAll('/','_')}.png`, await page.screenshot()); }
} finally { await browser.close(); await service.remove(); }
