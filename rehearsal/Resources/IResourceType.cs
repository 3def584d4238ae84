using Rehearsal.Aws;
using Rehearsal.Engine;

namespace Rehearsal.Resources;

/// <summary>One type of resource: what it takes, when it is replaced, and the calls that make it so.</summary>
internal interface IResourceType
{
    /// <summary>The type token, <c>aws:iam/role:Role</c>.</summary>
    string Token { get; }

    /// <summary>The inputs that are understood; any other is refused, so that none is silently ignored.</summary>
    IReadOnlySet<string> Inputs { get; }

    /// <summary>The inputs whose change replaces the resource.</summary>
    IReadOnlySet<string> ReplaceOn { get; }

    /// <summary>The inputs that are JSON documents, compared by their meaning.</summary>
    IReadOnlySet<string> JsonInputs => new HashSet<string>();

    /// <summary>The values of inputs that are left out.</summary>
    PropertyMap Defaults => PropertyMap.Empty;

    /// <summary>
    /// How long the physical name may be that is generated when the input <c>name</c> is left out; null for a type without one.
    /// </summary>
    int? GeneratedNameLength => null;

    /// <summary>Whether a replacement always deletes first, as the new resource would be the same thing in AWS.</summary>
    bool DeleteBeforeReplace => false;

    /// <summary>Whether the resource lives in a region; IAM is the same in all.</summary>
    bool IsRegional => false;

    /// <summary>Checks the inputs, in a preview as well, for what AWS refuses and the emulator does not.</summary>
    /// <exception cref="AwsException">AWS would refuse the inputs.</exception>
    void Check(PropertyMap inputs)
    {
    }

    /// <summary>What must exist for the resource to be made, by the input that names it.</summary>
    IEnumerable<(string Input, IamEntity Entity)> Needs(PropertyMap inputs) => [];

    /// <summary>Creates the resource.</summary>
    Task<CreatedResource> CreateAsync(AwsClient aws, PropertyMap inputs);

    /// <summary>Reads the resource's outputs; null when it does not exist.</summary>
    /// <param name="aws">A client of the resource's account.</param>
    /// <param name="id">The resource's id.</param>
    /// <param name="inputs">What the state has of it; empty for what the stack did not make.</param>
    Task<PropertyMap?> ReadAsync(AwsClient aws, string id, PropertyMap inputs);

    /// <summary>Changes the resource in place and answers its id, which may have changed as well.</summary>
    Task<string> UpdateAsync(AwsClient aws, string id, PropertyMap before, PropertyMap after) =>
        throw new InvalidOperationException($"{Token} is replaced, never updated in place.");

    /// <summary>Deletes the resource.</summary>
    Task DeleteAsync(AwsClient aws, string id, PropertyMap inputs);
}
