namespace Proof.Parameters;

/// <summary>What is done with a resource, as a picture says it.</summary>
/// <param name="Resource">The resource: <c>s3://example-churn-data/train/</c>.</param>
/// <param name="Verb">What is done with it: <c>reads</c>.</param>
public readonly record struct ResourceUse(string Resource, string Verb);
