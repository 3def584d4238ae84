using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Rehearsal.Providers.Aws.Calls;

namespace Rehearsal.Providers.Aws.Iam;

/// <summary>
/// What a user signs in with: IAM deletes no user that has any of it. The emulator does, and has no credentials of a single service.
/// </summary>
/// <remarks>IAM User Guide, "Remove or deactivate an IAM user"; IAM API Reference, DeleteUser.</remarks>
internal static class UserCredentials
{
    // By the call that lists them, and the one that removes each.
    private static readonly ImmutableArray<Kind> Kinds =
    [
        new("ListAccessKeys", "AccessKeyMetadata", "AccessKeyId", "DeleteAccessKey", "access keys"),
        new("ListSSHPublicKeys", "SSHPublicKeys", "SSHPublicKeyId", "DeleteSSHPublicKey", "SSH public keys"),
        new("ListMFADevices", "MFADevices", "SerialNumber", "DeactivateMFADevice", "MFA device"),
        new("ListSigningCertificates", "Certificates", "CertificateId", "DeleteSigningCertificate", "signing certificates"),
    ];

    /// <summary>Removes all of it before the user goes.</summary>
    /// <param name="aws">A client of the user's account.</param>
    /// <param name="user">The user's name.</param>
    /// <param name="isForced">Whether the program gives it up, <c>forceDestroy</c>.</param>
    /// <exception cref="AwsException">The user has some, and the program does not give it up.</exception>
    public static async Task RemoveAsync(AwsClient aws, string user, bool isForced)
    {
        ArgumentNullException.ThrowIfNull(aws);
        foreach (var kind in Kinds)
        {
            var listed = await aws.LookIntoIamAsync(kind.List, new { UserName = user }).ConfigureAwait(false);
            foreach (var credential in listed[kind.Member]?.AsArray() ?? [])
            {
                Refuse(kind.Words, isForced);
                var request = new JsonObject { ["UserName"] = user, [kind.Id] = (string)credential![kind.Id]! };
                await aws.IamAsync(kind.Remove, request).ConfigureAwait(false);
            }
        }

        var password = await Absence.OrNullAsync(() => aws.LookIntoIamAsync("GetLoginProfile", new { UserName = user }))
            .ConfigureAwait(false);
        if (password is not null)
        {
            Refuse("login profile", isForced);
            await aws.IamAsync("DeleteLoginProfile", new { UserName = user }).ConfigureAwait(false);
        }
    }

    private static void Refuse(string words, bool isForced)
    {
        if (!isForced)
        {
            throw new AwsException("DeleteConflict", $"Cannot delete entity, must delete {words} first.");
        }
    }

    /// <summary>One kind of credential.</summary>
    /// <param name="List">The call that lists a user's.</param>
    /// <param name="Member">The member of its answer that holds them.</param>
    /// <param name="Id">The member that tells them apart.</param>
    /// <param name="Remove">The call that removes one.</param>
    /// <param name="Words">What IAM calls them.</param>
    private sealed record Kind(string List, string Member, string Id, string Remove, string Words);
}
