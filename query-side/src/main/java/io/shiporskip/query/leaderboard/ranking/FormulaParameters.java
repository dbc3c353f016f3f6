package io.shiporskip.query.leaderboard.ranking;

/**
 * The numbers in formula 1 that somebody had to choose.
 *
 * @param priorTakes how many takes at the board's mean each tool is given beside its own, 0..100
 * @param evenVotes how many votes make the community weigh as much as the panel, 0..100,000; with 0 any vote outweighs it
 * @param z how sure the community's number must be, in standard deviations, 0..10; with 0 it is the plain share of ship
 * @param minimumVotes with fewer votes than this a tool has no community number and no overall one, 0..1,000,000
 */
public record FormulaParameters(int priorTakes, int evenVotes, double z, long minimumVotes) {

    /** As the boards have it; z is the 97.5th percentile of the standard normal distribution. */
    public static final FormulaParameters ONE = new FormulaParameters(2, 25, 1.959964, 0);

    /** @throws IllegalArgumentException when one is outside its range */
    public FormulaParameters {
        if (priorTakes < 0
                || priorTakes > 100
                || evenVotes < 0
                || evenVotes > 100_000
                || !(z >= 0 && z <= 10)
                || minimumVotes < 0
                || minimumVotes > 1_000_000) {
            throw new IllegalArgumentException("Outside its range: prior takes " + priorTakes + ", even votes "
                    + evenVotes + ", z " + z + ", minimum votes " + minimumVotes);
        }
    }
}
