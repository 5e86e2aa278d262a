package com.astraof.oauth2.faults.check;

/** Something that has to hold, whatever broke. */
public sealed interface Rule
    permits CodesOpenOnce,
        OneSuccessor,
        NothingLost,
        AccountsKept,
        EndedStaysEnded,
        ProperErrors,
        ServedAgain,
        AlwaysServed {
  /** As a sentence of what is promised. */
  String promise();

  void check(Chronicle chronicle, Findings findings);
}
