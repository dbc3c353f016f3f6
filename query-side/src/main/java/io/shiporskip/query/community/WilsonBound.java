package io.shiporskip.query.community;

/**
 * Lower end of the 95% score interval for a proportion: E. B. Wilson, "Probable Inference, the Law of Succession, and
 * Statistical Inference", Journal of the American Statistical Association 22 (1927), pages 209 to 212. A few votes all of
 * one mind count for less than many that nearly agree.
 */
public final class WilsonBound {

    /** The 97.5th percentile of the standard normal distribution. */
    private static final double Z = 1.959964;

    private WilsonBound() {}

    /**
     * @param ships 0 or more
     * @param skips 0 or more, not both 0
     * @return 0..100, never falling as ships rise and never rising as skips do
     * @throws IllegalArgumentException when there is nothing to judge from, or less
     */
    public static double of(long ships, long skips) {
        return of(ships, skips, Z);
    }

    /** @param z how far below the share, in standard deviations, 0 or more; 0 gives the share itself */
    public static double of(long ships, long skips, double z) {
        if (ships < 0 || skips < 0 || ships + skips <= 0) {
            throw new IllegalArgumentException("A proportion needs votes: " + ships + " ship, " + skips + " skip");
        }
        double votes = (double) (ships + skips);
        double squared = z * z;
        double spread = z * Math.sqrt((double) ships * (skips / votes) + squared / 4);
        double bound = (ships + squared / 2 - spread) / (votes + squared);
        return ships == 0 ? 0 : 100 * bound;
    }
}
