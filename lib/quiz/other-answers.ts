/** The label of the bar that holds what is not among the most frequent typed answers; screens say it in their language. */
export const OTHER_ANSWERS = "Other answers";
