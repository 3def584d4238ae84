namespace SageMakerIam.Iam;

/// <summary>What a statement does with the requests that it matches.</summary>
/// <remarks>IAM User Guide, "IAM JSON policy elements: Effect".</remarks>
internal enum Effect
{
    /// <summary>It allows them, unless another denies them.</summary>
    Allow,

    /// <summary>It denies them, whatever allows them.</summary>
    Deny,
}
