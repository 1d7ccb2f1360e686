package lab.carousel.file.session;

import lab.carousel.training.Snapshot;

/** A pinned run, counted from 1, without the states of its earlier epochs. */
public record PinnedSnapshot(int number, Snapshot snapshot) {}
