package dev.redress.benchmark;

import com.esotericsoftware.minlog.Log;
import dev.redress.benchmark.PaymentRecipes.Pair;
import java.util.ArrayList;
import java.util.List;
import org.scify.jedai.blockbuilding.StandardBlocking;
import org.scify.jedai.blockprocessing.blockcleaning.BlockFiltering;
import org.scify.jedai.blockprocessing.comparisoncleaning.CardinalityNodePruning;
import org.scify.jedai.datamodel.AbstractBlock;
import org.scify.jedai.datamodel.EntityProfile;
import org.scify.jedai.datamodel.SimilarityPairs;
import org.scify.jedai.entitymatching.ProfileMatcher;
import org.scify.jedai.utilities.enumerations.RepresentationModel;
import org.scify.jedai.utilities.enumerations.SimilarityMetric;

/**
 * Payments by JedAI: words as blocks, the pairs kept that share most of them, compared as texts,
 * one to one. It knows texts alone, so that a day and an amount are words that are equal or not.
 * Its purging of large blocks is left out: it costs half of the right pairs.
 */
final class JedaiRecipe {
  /** The best of 0.1, 0.3 and 0.5 on this very data. */
  private static final double SIMILARITY_MIN = 0.3;

  private JedaiRecipe() {}

  /** The pairs that it would match. */
  static List<Pair> pairs(List<TransactionRecords> origins, List<TransactionRecords> destinations) {
    Log.NONE();
    List<EntityProfile> left = origins.stream().map(JedaiRecipe::profile).toList();
    List<EntityProfile> right = destinations.stream().map(JedaiRecipe::profile).toList();
    List<AbstractBlock> blocks = new StandardBlocking().getBlocks(left, right);
    blocks = new BlockFiltering().refineBlocks(blocks);
    blocks = new CardinalityNodePruning().refineBlocks(blocks);
    SimilarityPairs similar =
        new ProfileMatcher(
                left,
                right,
                RepresentationModel.CHARACTER_FOURGRAMS_TF_IDF,
                SimilarityMetric.COSINE_SIMILARITY)
            .executeComparisons(blocks);
    List<Pair> pairs = new ArrayList<>();
    for (int pair = 0; pair < similar.getNoOfComparisons(); pair++) {
      double similarity = similar.getSimilarities()[pair];
      if (similarity > SIMILARITY_MIN) {
        pairs.add(
            new Pair(
                origins.get(similar.getEntityIds1()[pair]).id(),
                destinations.get(similar.getEntityIds2()[pair]).id(),
                similarity));
      }
    }
    return pairs;
  }

  private static EntityProfile profile(TransactionRecords payment) {
    EntityProfile profile = new EntityProfile(payment.id());
    profile.addAttribute("memo", payment.memo());
    // Without marks, at which it would cut them into words that stand everywhere.
    profile.addAttribute("date", "d" + payment.date().toEpochDay());
    profile.addAttribute("amount", String.valueOf(payment.amount().tenThousandths() / 100));
    // The blocks that Duke gets.
    double amount = payment.amount().tenThousandths() / 1e4;
    profile.addAttribute(
        "near",
        "k" + PaymentRecipes.amountKey(amount, 0) + " h" + PaymentRecipes.amountKey(amount, 0.5));
    return profile;
  }
}
