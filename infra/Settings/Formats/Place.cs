using SageMakerIam.Iam;

namespace SageMakerIam.Settings.Formats;

/// <summary>Where in the configuration a text stands, as far as it bears on what may stand there.</summary>
/// <param name="Account">The account and region that the stack stands in, as far as they are known.</param>
/// <param name="EntryKey">The key of the entry that the text stands in; empty outside of entries.</param>
internal readonly record struct Place(AwsAccount Account, string EntryKey);
