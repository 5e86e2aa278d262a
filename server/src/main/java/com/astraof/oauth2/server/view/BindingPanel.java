package com.astraof.oauth2.server.view;

import com.astraof.oauth2.core.application.Demand;
import com.astraof.oauth2.core.application.Demands;
import org.jspecify.annotations.Nullable;

/**
 * What an application binds itself to.
 *
 * @param withFapi whether {@link Demand#FAPI} can be chosen
 * @param problem why they are not what was asked for, a sentence; null when they are
 */
public record BindingPanel(Demands chosen, boolean withFapi, @Nullable String problem) {
  public boolean has(Demand demand) {
    return chosen.names(demand);
  }
}
