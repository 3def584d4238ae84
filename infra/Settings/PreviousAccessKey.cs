namespace SageMakerIam.Settings;

/// <summary>What has become of the access key of the generation before the current one.</summary>
internal enum PreviousAccessKey
{
    /// <summary>It does not exist.</summary>
    Gone,

    /// <summary>It exists and opens nothing, but can be activated again.</summary>
    Inactive,

    /// <summary>It works, beside the current one.</summary>
    Active,
}
