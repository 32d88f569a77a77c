// What one request demands is used in the next.

/** Of one request, used in the next. */
const sticky = (name) => {
  let kept;
  return {
    demands: (request) => {
      kept = request[name] ?? kept;
      return { ...request, [name]: kept };
    },
  };
};

export const faults = {
  'service-sticks': sticky('service'),
  'user-sticks': sticky('userId'),
  'tolerance-sticks': sticky('clockToleranceInSeconds'),
  'clock-sticks': (() => {
    let first;
    return {
      now: ({ now }) => {
        first ??= now;
        return first;
      },
    };
  })(),
};
