/** Loaded into each server that is measured: tells the parent, on its channel, how much CPU time was used so far. */
process.on('message', (asked) => {
  if (asked !== 'cpu') return;
  const { user, system } = process.cpuUsage();
  process.send?.({ cpu: user + system });
});
process.on('disconnect', () => process.exit());
