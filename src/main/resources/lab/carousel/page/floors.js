// Whether a loss lies below the memoryless floor, and since when.

/** Whether a loss is clearly below the memoryless floor. */
function isBelow(loss, floor) {
  return loss < 0.98 * floor;
}

/**
 * Whether the loss stays below the memoryless floor at an epoch: { epoch (the first from which it does), hasSpikes (whether it was above
 * since, each time for fewer epochs than it had been below) }; null if it is above then, or hardly below.
 */
export function belowAt({ floors, epochs, loss, result }, shown, now) {
  const floor = floors[0].loss;
  const found = { epoch: 0, hasSpikes: false };
  let last = 0;
  epochs.forEach((epoch, at) => {
    if (epoch <= shown && loss[at] < floor) {
      found.hasSpikes = found.epoch > 0 && found.hasSpikes;
      found.epoch = found.epoch || epoch;
      last = epoch;
    } else if (epoch <= shown && found.epoch > 0) {
      found.hasSpikes = true;
      found.epoch = epoch - last > last - found.epoch + 1 ? 0 : found.epoch;
    }
  });
  const isOfNumbers = result && result.verdict === "BY_FLOORS"; // then it is the mean of few sequences
  return found.epoch > 0 && !isOfNumbers && isBelow(now, floor) ? found : null;
}
