/**
 * Loaded into a service before its own program (`node --import`): when the process that started it is gone, the
 * service stops as if it had been asked to. No service outlives `npm start`, however that ends.
 */
process.on('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
});
process.channel?.unref();
