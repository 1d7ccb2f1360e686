package lab.carousel.study.map;

import java.util.Optional;
import lab.carousel.model.verdict.FedNetwork;

/**
 * A map whose dots are followed while a run trains: its axes stay, and are taken anew where the run ends or holds, since the ones from
 * before the training show a knot by then. A run that only makes a step, or an epoch, keeps them.
 *
 * @param epoch  of the network whose axes they are
 * @param rested the epoch at which the run rested last
 * @param before the map with the axes that it had until the run ended or held; empty if they were not taken anew by that
 */
public record FollowedMap(StateMap map, int epoch, int rested, Optional<FollowedMap> before) {

    /** A map along the axes of the states of a network themselves. */
    public static FollowedMap of(VisitedStates visited, FedNetwork network, int epoch) {
        return new FollowedMap(StateMap.of(visited, network), epoch, epoch, Optional.empty());
    }

    /**
     * The map of the same network later, or earlier.
     *
     * @param rests whether it is the last one of a run that has ended or holds
     */
    public FollowedMap at(FedNetwork network, int now, boolean rests) {
        if (rests && now > rested + 1 && now != epoch) {
            FollowedMap anew = of(map.visited(), network, now);
            return new FollowedMap(anew.map, now, now, Optional.of(along(network, now)));
        }
        return new FollowedMap(map.of(network), epoch, rests ? now : rested, before);
    }

    /** The map of a network that is trained: along its own axes where the run was started over. */
    public FollowedMap whileTrained(FedNetwork network, int now) {
        return now < rested ? of(map.visited(), network, now) : at(network, now, false);
    }

    private FollowedMap along(FedNetwork network, int now) {
        return new FollowedMap(map.of(network), epoch, now, Optional.empty());
    }

    /** The same along the axes from before the run ended or held. */
    public FollowedMap back(FedNetwork network) {
        return before.map(last -> last.along(network, rested)).orElse(this);
    }
}
