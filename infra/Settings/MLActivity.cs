using System.Collections.Immutable;
using System.Text.Json;
using SageMakerIam.Iam;

namespace SageMakerIam.Settings;

/// <summary>
/// A set of permissions to work with SageMaker, as SageMaker Role Manager has them. Each is a record of its own, named for its word;
/// its summary is what docs/settings.md says of it.
/// </summary>
/// <remarks>SageMaker AI Developer Guide, "ML activity reference".</remarks>
internal abstract record MLActivity
{
    /// <summary>All there are, by their words.</summary>
    public static ImmutableArray<MLActivity> All { get; } =
    [
        .. typeof(MLActivity).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(MLActivity)))
            .Select(type => (MLActivity)Activator.CreateInstance(type)!)
            .OrderBy(activity => activity.Word, StringComparer.Ordinal),
    ];

    /// <summary>Its word in a stack file: its name in camel case.</summary>
    public string Word => JsonNamingPolicy.CamelCase.ConvertName(GetType().Name);

    /// <summary>
    /// The service beside SageMaker that it passes execution roles to; null for none, which is the default.
    /// </summary>
    public virtual TrustedService? PassesTo => null;

    /// <summary>
    /// The setting beside the prefixes without which it allows nothing, since SageMaker gives what it works on a random name.
    /// Default: null, none.
    /// </summary>
    public virtual string? Needs => null;

    /// <summary>The statements that it stands for.</summary>
    /// <param name="scope">What it is allowed on.</param>
    public abstract IEnumerable<Statement> Statements(ActivityScope scope);
}
