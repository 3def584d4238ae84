namespace SageMakerIam.Settings.Reading;

/// <summary>What a fault is about, of that which its path names.</summary>
internal enum FaultAbout
{
    /// <summary>The value.</summary>
    Value,

    /// <summary>The key itself: it is misspelt, or no name.</summary>
    Key,

    /// <summary>The map that lacks the key.</summary>
    MissingKey,
}
