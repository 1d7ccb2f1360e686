"""Floors and verdicts of thirty series by NumPy (and SciPy's quantile of t), for FloorsByNumPyTest:

python3 make_floors.py > floors.numpy.json
"""
import json

import numpy as np
from scipy.stats import t as student

RNG = np.random.default_rng(46)


def period_of(x):
    n = len(x)
    r = x - np.polyval(np.polyfit(np.arange(n), x, 1), np.arange(n))
    c = np.array([r[: n - k] @ r[k:] for k in range(n // 3 + 2)]) / (r @ r)
    peaks = [k for k in range(2, n // 3 + 1) if c[k] > c[k - 1] and c[k] >= c[k + 1] and c[k] > max(0.3, 2 / np.sqrt(n))]
    return max(peaks, key=lambda k: c[k]) if peaks else None


def line(channels, target, train, h, in_lag, out_lag):
    """Standardised by the training part; the values nearest to the target first, all channels of a step side by side."""
    mean, sd = channels[:, :train].mean(axis=1), channels[:, :train].std(axis=1)
    z = (channels - mean[:, None]) / sd[:, None]
    order = [target] + [c for c in range(len(channels)) if c != target]
    seen = z[order] if in_lag == 0 else z[order] - np.pad(z[order], ((0, 0), (in_lag, 0)))[:, : z.shape[1]]
    wanted = z[target] if out_lag == 0 else z[target] - np.pad(z[target], (out_lag, 0))[: z.shape[1]]

    def design(m, places):
        return np.array([[1.0] + [seen[c, t - h - b] for b in range(m) for c in range(len(order))] for t in places])

    def needs(m):
        return h - 1 + m + in_lag

    most = max(1, min(16, train // 4))
    while most > 0 and train - needs(most) - (most * len(order) + 2) - 1 <= 0:
        most -= 1
    if most == 0 or not sd.all():
        return None
    same = np.arange(needs(most), train)
    n, scores = len(same), []
    rounding = 1e-20 * ((wanted[same] - wanted[same].mean()) ** 2).sum()
    for m in range(1, most + 1):
        a, k = design(m, same), m * len(order) + 2
        w = np.linalg.lstsq(a, wanted[same], rcond=1e-10)[0]
        rss = max(((a @ w - wanted[same]) ** 2).sum(), rounding)
        scores.append(n * np.log(rss / n) + 2 * k + 2 * k * (k + 1) / (n - k - 1))
    m = int(np.argmin(scores)) + 1
    rows = np.arange(needs(m), train)
    w = np.linalg.lstsq(design(m, rows), wanted[rows], rcond=1e-10)[0]

    def said(places):
        base = mean[target] if out_lag == 0 else channels[target, places - out_lag]
        return base + sd[target] * (design(m, places) @ w)

    return m, needs(m), said


def floors_of(channels, target, train, h, period):
    x = channels[target]
    floors = [("echo", 0, h, lambda p: x[p - h]), ("mean", 0, 0, lambda p: np.full(len(p), x[:train].mean()))]
    k = None
    if period:
        k = -(-h // period) * period
        drift = (x[k:train] - x[: train - k]).mean()
        floors += [("season", 0, k, lambda p: x[p - k]), ("drift", 0, k, lambda p: x[p - k] + drift)]
    alone = channels[target:target + 1]
    lines = [("line", alone, 0, 0, 0), ("lineDifferences", alone, 0, 1, h)]
    lines += [("lineSeasonal", alone, 0, k, k)] if period else []
    lines += [("lineAll", channels, target, 0, 0)] if len(channels) > 1 else []
    for key, who, which, in_lag, out_lag in lines:
        found = line(who, which, train, h, in_lag, out_lag)
        if found:
            floors.append((key, *found))
    return floors


def interval(d):
    n = len(d)
    nu = int(np.floor(0.4 * n ** (2 / 3) + 1e-9))
    places = np.arange(1, n + 1)
    squares = [2 / n * (d @ np.cos(np.pi * j * (places - 0.5) / n)) ** 2 for j in range(1, nu + 1)]
    return d.mean(), student.ppf(0.975, nu) * np.sqrt(np.mean(squares) / n)


def finding(d, variance):
    if len(d) < 40:
        return "TOO_FEW"
    if (np.abs(d) <= 1e-15 * variance).all():
        return "EQUAL"
    mean, half = interval(d)
    return "BETTER" if mean + half < 0 else "WORSE" if mean - half > 0 else "OPEN"


def case(name, channels, train, h=1, forecast=None, target=0, period=None):
    channels = np.round(np.atleast_2d(channels), 6)
    x = channels[target]
    found = period if period is not None else period_of(x[:train])
    floors = floors_of(channels, target, train, h, found)
    places = np.arange(max(train, max(f[2] for f in floors)), len(x))
    f = np.round(forecast(x, h), 6)
    f[:train] = np.nan
    truth, last, own, variance = x[places], x[places - h], f[places], x[places].var()
    table = []
    for key, m, needs, said in floors:
        values = said(places)
        d = (own - truth) ** 2 - (values - truth) ** 2
        mean, half = interval(d)
        mse = ((values - truth) ** 2).mean()
        table.append(dict(key=key, values=m, needs=needs, said=[values[0], values[-1]], error=np.sqrt(mse),
                          exact=bool(mse <= 1e-12 * variance), mean=mean, half=half, finding=finding(d, variance)))
    kinds = [row["finding"] for row in table]
    kind = {"TOO_FEW": "TOO_FEW", "WORSE": "WORSE", "EQUAL": "NOT_SHOWN_BETTER", "OPEN": "NOT_SHOWN_BETTER",
            "BETTER": "FORECASTS" if set(kinds) == {"BETTER"} else "BETTER_THAN_ECHO"}[kinds[0]]
    share = np.where(np.abs(own - truth) == np.abs(last - truth), 0.5, np.abs(own - truth) < np.abs(last - truth))
    mean, half = interval(share.astype(float))
    farther = kinds[0] == "OPEN" and table[0]["mean"] > 0 and mean + half < 0.5
    kind = "WORSE" if farther else kind
    table[0]["finding"] = "FARTHER" if farther else kinds[0]
    move, real = own - last, truth - last
    near = (move @ move) < 2 * (real @ real) and (move @ move) < ((move - real) @ (move - real))
    copied = (move @ move) / len(move) <= 1e-15 * variance
    slope = (move @ real) / (move @ move) if near and not copied else None
    slope_half = interval(move * (real - slope * move) / (move @ move) * len(move))[1] if slope is not None else None
    lines = [said(places) for key, m, needs, said in floors if key.startswith("line")]
    told = any(finding((y - truth) ** 2 - (z - truth) ** 2, variance) == "BETTER" for y in lines for z in [last]
               if finding((y - truth) ** 2 - (own - truth) ** 2, variance) == "BETTER")
    closeness = ("NOT_CLOSE" if not near else "OPEN" if len(own) < 40 else "ECHOES" if copied
                 else "TELLS" if slope - slope_half > 0 else "ECHOES" if slope + slope_half < 1
                 else "MISSES_A_LINE" if told else "OPEN")
    guilty = closeness in ("ECHOES", "MISSES_A_LINE") and kind in ("NOT_SHOWN_BETTER", "WORSE")
    echoes = "yes" if guilty else "open" if closeness == "OPEN" and kind not in ("FORECASTS", "BETTER_THAN_ECHO") else "no"
    return dict(name=name, channels=channels.tolist(), target=target, train=train, ahead=h, period=period, found=found,
                forecast=[None if np.isnan(v) else v for v in f.tolist()], floors=table, kind=kind, echoes=echoes, closeness=closeness,
                slope=slope, slopeHalf=slope_half,
                constant=bool(own.std() < 0.1 * truth.std()), error=np.sqrt(((own - truth) ** 2).mean()))


def ar(n, *weights, noise=1.0):
    x = list(RNG.normal(size=len(weights)))
    while len(x) < n:
        x.append(sum(w * x[-1 - i] for i, w in enumerate(weights)) + noise * RNG.normal())
    return np.array(x)


def walk(n):
    return np.cumsum(RNG.normal(size=n))


def season(n, s, noise=0.3, rise=0.0):
    return np.tile(RNG.normal(size=s), n // s + 1)[:n] * 2 + rise * np.arange(n) + noise * RNG.normal(size=n)


def sine(n, noise=0.1):
    return np.sin(2 * np.pi * np.arange(n) / 20) + noise * RNG.normal(size=n)


def echo(x, h):
    return np.concatenate([np.full(h, x[0]), x[:-h]])


def noisy_echo(x, h):
    return echo(x, h) + 0.3 * np.diff(x).std() * RNG.normal(size=len(x))


def half_right(x, h):
    return 0.5 * (echo(x, h) + x) + 0.1 * np.diff(x).std() * RNG.normal(size=len(x))


def right(x, h):
    return x + 0.05 * np.diff(x).std() * RNG.normal(size=len(x))


def same(x, h):
    return np.full(len(x), x.mean()) + 0.01 * x.std() * RNG.normal(size=len(x))


def read(name):
    return np.genfromtxt(name, delimiter=",", skip_header=1)[:, 1]


def main():
    airline, shampoo = read("airline-passengers.csv"), read("monthly-shampoo-sales.csv")
    sunspots = read("sunspots-yearly-1700-2008.csv")
    pair = np.array([ar(160, 0.5), ar(160, 0.8)])
    pair[0, 1:] += 0.9 * pair[1, :-1]
    three = np.array([walk(150), season(150, 7), ar(150, 0.6)])
    eight = np.array([ar(200, 0.1 * c) for c in range(8)])
    nearly = 5 + 1e-3 * ar(120, 0.4)
    cases = [
        case("airline", airline, 96, 1, echo), case("airline, three ahead", airline, 96, 3, noisy_echo),
        case("airline, period given", airline, 96, 1, half_right, period=6), case("shampoo", shampoo, 24, 1, echo),
        case("shampoo, three ahead", shampoo, 24, 3, half_right), case("sunspots", sunspots, 206, 1, echo),
        case("sunspots, half right", sunspots, 206, 1, half_right), case("sunspots, three ahead", sunspots, 206, 3, right),
        case("sunspots, no season", sunspots, 206, 1, noisy_echo, period=0),
        case("autoregressive", ar(150, 0.7), 100, 1, half_right), case("autoregressive of two", ar(200, 0.5, 0.3), 130, 1, right),
        case("autoregressive, three ahead", ar(180, 0.9), 120, 3, half_right), case("turning", ar(160, -0.6), 100, 1, noisy_echo),
        case("autoregressive of five", ar(400, 0.3, 0, 0, 0, 0.6), 300, 1, right), case("walk", walk(150), 100, 1, noisy_echo),
        case("walk, right", walk(150), 100, 1, right), case("walk, three ahead", walk(200), 140, 3, echo),
        case("walk, constant forecast", walk(150), 100, 1, same), case("few", walk(60), 40, 1, right),
        case("season of 7", season(150, 7), 100, 1, half_right), case("season of 12 that rises", season(200, 12, rise=0.05), 130, 1, right),
        case("season of 2, three ahead", season(140, 2), 90, 3, noisy_echo), case("season of 24", season(300, 24), 200, 1, same),
        case("sine", sine(200), 130, 1, half_right), case("sine, three ahead", sine(200), 130, 3, right),
        case("sine with little noise", sine(200, 0.001), 130, 1, echo), case("nearly constant", nearly, 80, 1, noisy_echo),
        case("two channels", pair, 110, 1, half_right), case("three channels, the last, three ahead", three, 100, 3, right, target=2),
        case("eight channels", eight, 150, 1, half_right, target=3),
    ]
    assert len(cases) == 30
    print("[" + ",\n".join(json.dumps(each) for each in cases) + "]")


main()
