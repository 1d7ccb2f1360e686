package lab.carousel.task.memory;

/**
 * The samples fed to a slot since its state was last zero, before some scored steps.
 *
 * @param places of these steps, in feeding order
 * @param target rank of that of all of them; {@link #NONE} if they have different ones, so that it is unknowable
 * @param best how many of them can be right at most
 */
record Context(int[] places, int target, int best) {}
